/// A StorageOS volume (core/v1 `StorageOSVolumeSource`).
package struct StorageOSVolumeSource: Codable, Sendable, Hashable {
    package var volumeName: String
    package var volumeNamespace: String
    package var fsType: String
    package var readOnly: Bool
    package var secretRef: LocalObjectReference?
}
