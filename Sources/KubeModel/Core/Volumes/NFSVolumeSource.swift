/// A folder of an NFS server (core/v1 `NFSVolumeSource`).
package struct NFSVolumeSource: Codable, Sendable, Hashable {
    package var server: String
    package var path: String
    package var readOnly: Bool
}
