/// The name of an object of the same namespace (core/v1 `LocalObjectReference`).
package struct LocalObjectReference: Codable, Sendable, Hashable {
    package var name: String
}
