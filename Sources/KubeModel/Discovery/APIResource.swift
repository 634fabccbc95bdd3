/// One resource that a server has, as discovery tells of it (meta/v1 `APIResource`), without subresources.
package struct APIResource: Sendable, Hashable {
    /// The plural used in URLs: "pods".
    package var name: String
    /// The singular as the server gives it: "pod", or nothing.
    package var declaredSingularName: String
    package var group: String
    package var version: String
    package var kind: String
    package var isNamespaced: Bool
    package var verbs: [String]
    package var shortNames: [String]
    package var categories: [String]
    /// What changes with the form in which objects are stored; empty where the server does not tell.
    package var storageVersionHash = ""

    package init(
        name: String, singularName: String, gvk: GroupVersionKind, isNamespaced: Bool, verbs: [String] = []
    ) {
        self.name = name
        declaredSingularName = singularName
        self.group = gvk.group
        self.version = gvk.version
        self.kind = gvk.kind
        self.isNamespaced = isNamespaced
        self.verbs = verbs
        self.shortNames = []
        self.categories = []
    }

    /// The singular: "pod"; the kind in lower case where the server gives none.
    package var singularName: String { declaredSingularName.isEmpty ? kind.lowercased() : declaredSingularName }

    package var gvr: GroupVersionResource { GroupVersionResource(group: group, version: version, resource: name) }
    package var gvk: GroupVersionKind { GroupVersionKind(group: group, version: version, kind: kind) }
    package var groupVersion: GroupVersion { GroupVersion(group: group, version: version) }

    /// The name that is the same in every version: "pods" or "deployments.apps".
    package var groupResource: String { group.isEmpty ? name : "\(name).\(group)" }
}
