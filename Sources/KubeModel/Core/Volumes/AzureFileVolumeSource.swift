/// A file share of Azure (core/v1 `AzureFileVolumeSource`).
package struct AzureFileVolumeSource: Codable, Sendable, Hashable {
    package var secretName: String
    package var shareName: String
    package var readOnly: Bool
}
