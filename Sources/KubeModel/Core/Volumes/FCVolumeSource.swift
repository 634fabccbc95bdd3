/// A Fibre Channel disk (core/v1 `FCVolumeSource`).
package struct FCVolumeSource: Codable, Sendable, Hashable {
    package var targetWWNs: [String]
    package var lun: Int32?
    package var fsType: String
    package var readOnly: Bool
    package var wwids: [String]
}
