/// Settings as texts and files (core/v1 `ConfigMap`).
package struct ConfigMap: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var data: [String: String]
    package var binaryData: [String: Base64Bytes]
}
