/// How volumes behave (storage.k8s.io/v1 `VolumeAttributesClass`).
package struct VolumeAttributesClass: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var driverName: String
    package var parameters: [String: String]
}
