import KubeClient

/// One object that was named: the mapping of its type, where it is and what it is called.
struct SelectedObject: Sendable, Hashable {
    let mapping: RESTMapping
    /// Nil for cluster-scoped kinds.
    let namespace: String?
    let name: String
    var subresource: String?

    var location: ResourceLocation {
        mapping.location(namespace: namespace, name: name, subresource: subresource)
    }
}
