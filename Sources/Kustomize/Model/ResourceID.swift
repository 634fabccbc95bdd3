import YAMLCodec

/// What tells a resource from others: kind, name and namespace.
struct ResourceID: Hashable {
    var kind: ResourceKind
    var name: String
    var namespace: String
    /// Whether the kind is known to have no namespace.
    let isClusterScoped: Bool

    init(_ kind: ResourceKind, name: String, namespace: String = "") {
        self.kind = kind
        self.name = name
        self.namespace = namespace
        isClusterScoped = ClusterScopedKinds.contains(kind)
    }

    /// An id whose scope nobody asks for, as selectors are.
    init(unscoped kind: ResourceKind, name: String, namespace: String = "") {
        self.kind = kind
        self.name = name
        self.namespace = namespace
        isClusterScoped = false
    }

    /// The id of a resource, for errors.
    init(plain node: YAMLNode) {
        let metadata = node.filledField("metadata")
        self.init(
            unscoped: ResourceKind(of: node), name: metadata?.filledField("name")?.value ?? "",
            namespace: metadata?.filledField("namespace")?.value ?? "")
    }

    /// The namespace that counts: "default" for none.
    var effectiveNamespace: String {
        if isClusterScoped { return "_non_namespaceable_" }
        return namespace.isEmpty ? "default" : namespace
    }

    /// The id in kustomize's errors: `Deployment.v1.apps/web.[noNs]`.
    var text: String {
        "\(kind.text)/\(name.isEmpty ? "[noName]" : name).\(namespace.isEmpty ? "[noNs]" : namespace)"
    }

    /// Whether both name the same resource, the namespace "default" being none.
    func isSame(as other: ResourceID) -> Bool {
        name == other.name && kind == other.kind && effectiveNamespace == other.effectiveNamespace
    }

    /// Whether a selector's filled parts are this id's.
    func isSelected(by selector: ResourceID) -> Bool {
        (selector.name.isEmpty || selector.name == name)
            && (selector.namespace.isEmpty || selector.effectiveNamespace == effectiveNamespace)
            && kind.isSelected(by: selector.kind)
    }

    /// What two ids that are the same have in common.
    var key: Key { Key(kind: kind, name: name, namespace: effectiveNamespace) }

    struct Key: Hashable {
        let kind: ResourceKind
        let name: String
        let namespace: String
    }
}
