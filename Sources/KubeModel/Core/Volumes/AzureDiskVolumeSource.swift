/// A disk of Azure (core/v1 `AzureDiskVolumeSource`).
package struct AzureDiskVolumeSource: Codable, Sendable, Hashable {
    package var diskName: String
    package var diskURI: String
    package var cachingMode: String?
    package var fsType: String?
    package var readOnly: Bool?
    package var kind: String?
}
