/// A Quobyte volume (core/v1 `QuobyteVolumeSource`).
package struct QuobyteVolumeSource: Codable, Sendable, Hashable {
    package var registry: String
    package var volume: String
    package var readOnly: Bool
    package var user: String
    package var group: String
    package var tenant: String
}
