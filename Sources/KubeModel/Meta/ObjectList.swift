/// One page of a list of objects of one kind.
package struct ObjectList<Item: Codable & Sendable & Hashable>: Codable, Sendable, Hashable {
    package var metadata: ListMeta
    package var items: [Item]
}
