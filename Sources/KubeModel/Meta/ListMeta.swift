/// The metadata of a list (meta/v1 `ListMeta`).
package struct ListMeta: Codable, Sendable, Hashable {
    package var resourceVersion: String
    /// The token that asks for the next page; empty on the last one.
    package var `continue`: String
    /// How many more items there are than these, where the server tells.
    package var remainingItemCount: Int64?
}
