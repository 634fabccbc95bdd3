/// A key and the file it becomes (core/v1 `KeyToPath`).
package struct KeyToPath: Codable, Sendable, Hashable {
    package var key: String
    package var path: String
    package var mode: Int32?
}
