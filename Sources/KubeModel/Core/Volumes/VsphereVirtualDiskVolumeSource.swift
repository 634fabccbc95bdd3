/// A disk of vSphere (core/v1 `VsphereVirtualDiskVolumeSource`).
package struct VsphereVirtualDiskVolumeSource: Codable, Sendable, Hashable {
    package var volumePath: String
    package var fsType: String
    package var storagePolicyName: String
    package var storagePolicyID: String
}
