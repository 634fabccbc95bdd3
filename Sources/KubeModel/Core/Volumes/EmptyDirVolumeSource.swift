/// A folder that lives as long as its pod (core/v1 `EmptyDirVolumeSource`).
package struct EmptyDirVolumeSource: Codable, Sendable, Hashable {
    package var medium: String
    package var sizeLimit: Quantity?
}
