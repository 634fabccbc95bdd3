/// The keys of a secret as files (core/v1 `SecretVolumeSource`).
package struct SecretVolumeSource: Codable, Sendable, Hashable {
    package var secretName: String
    package var items: [KeyToPath]
    package var defaultMode: Int32?
    package var optional: Bool?
}
