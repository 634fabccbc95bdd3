/// A disk of Google Compute Engine (core/v1 `GCEPersistentDiskVolumeSource`).
package struct GCEPersistentDiskVolumeSource: Codable, Sendable, Hashable {
    package var pdName: String
    package var fsType: String
    package var partition: Int32
    package var readOnly: Bool
}
