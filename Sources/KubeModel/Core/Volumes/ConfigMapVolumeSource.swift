/// The keys of a config map as files (core/v1 `ConfigMapVolumeSource`).
package struct ConfigMapVolumeSource: Codable, Sendable, Hashable {
    package var name: String
    package var items: [KeyToPath]
    package var defaultMode: Int32?
    package var optional: Bool?
}
