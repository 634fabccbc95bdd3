/// A volume of a CSI driver (core/v1 `CSIVolumeSource`).
package struct CSIVolumeSource: Codable, Sendable, Hashable {
    package var driver: String
    package var readOnly: Bool?
    package var fsType: String?
    package var volumeAttributes: [String: String]
    package var nodePublishSecretRef: LocalObjectReference?
}
