/// A Gluster file system (core/v1 `GlusterfsVolumeSource`).
package struct GlusterfsVolumeSource: Codable, Sendable, Hashable {
    package var endpoints: String
    package var path: String
    package var readOnly: Bool
}
