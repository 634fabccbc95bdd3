/// A disk of OpenStack (core/v1 `CinderVolumeSource`).
package struct CinderVolumeSource: Codable, Sendable, Hashable {
    package var volumeID: String
    package var fsType: String
    package var readOnly: Bool
    package var secretRef: LocalObjectReference?
}
