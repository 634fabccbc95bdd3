/// A Rados block device (core/v1 `RBDVolumeSource`).
package struct RBDVolumeSource: Codable, Sendable, Hashable {
    package var monitors: [String]
    package var image: String
    package var fsType: String
    package var pool: String
    package var user: String
    package var keyring: String
    package var secretRef: LocalObjectReference?
    package var readOnly: Bool
}
