/// A Flocker dataset (core/v1 `FlockerVolumeSource`).
package struct FlockerVolumeSource: Codable, Sendable, Hashable {
    package var datasetName: String
    package var datasetUUID: String
}
