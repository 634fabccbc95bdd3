/// A Ceph file system (core/v1 `CephFSVolumeSource`).
package struct CephFSVolumeSource: Codable, Sendable, Hashable {
    package var monitors: [String]
    package var path: String
    package var user: String
    package var secretFile: String
    package var secretRef: LocalObjectReference?
    package var readOnly: Bool
}
