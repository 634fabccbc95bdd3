/// A Portworx volume (core/v1 `PortworxVolumeSource`).
package struct PortworxVolumeSource: Codable, Sendable, Hashable {
    package var volumeID: String
    package var fsType: String
    package var readOnly: Bool
}
