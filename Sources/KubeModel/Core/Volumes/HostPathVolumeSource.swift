/// A file or folder of the node (core/v1 `HostPathVolumeSource`).
package struct HostPathVolumeSource: Codable, Sendable, Hashable {
    package var path: String
    package var type: String?
}
