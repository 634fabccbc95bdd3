/// A disk of Photon (core/v1 `PhotonPersistentDiskVolumeSource`).
package struct PhotonPersistentDiskVolumeSource: Codable, Sendable, Hashable {
    package var pdID: String
    package var fsType: String
}
