/// A volume of an external driver (core/v1 `FlexVolumeSource`).
package struct FlexVolumeSource: Codable, Sendable, Hashable {
    package var driver: String
    package var fsType: String
    package var secretRef: LocalObjectReference?
    package var readOnly: Bool
    package var options: [String: String]
}
