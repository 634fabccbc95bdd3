/// A disk of Amazon Web Services (core/v1 `AWSElasticBlockStoreVolumeSource`).
package struct AWSElasticBlockStoreVolumeSource: Codable, Sendable, Hashable {
    package var volumeID: String
    package var fsType: String
    package var partition: Int32
    package var readOnly: Bool
}
