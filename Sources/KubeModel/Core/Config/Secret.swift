/// What must be kept secret (core/v1 `Secret`).
package struct Secret: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var data: [String: Base64Bytes]
    /// What the data is for, such as "Opaque" or "kubernetes.io/tls".
    package var type: String
}
