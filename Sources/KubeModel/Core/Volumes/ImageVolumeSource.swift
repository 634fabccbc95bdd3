/// The files of an OCI image (core/v1 `ImageVolumeSource`).
package struct ImageVolumeSource: Codable, Sendable, Hashable {
    package var reference: String
    package var pullPolicy: String
}
