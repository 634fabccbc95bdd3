import StdlibExtensions

/// The order of kinds in which a cluster wants resources: kustomize's "legacy" order.
struct LegacyOrder {
    let first: [String]
    let last: [String]

    static let standard = LegacyOrder(
        first: [
            "Namespace", "ResourceQuota", "StorageClass", "CustomResourceDefinition", "ServiceAccount",
            "PodSecurityPolicy", "Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding", "ConfigMap", "Secret",
            "Endpoints", "Service", "LimitRange", "PriorityClass", "PersistentVolume", "PersistentVolumeClaim",
            "Deployment", "StatefulSet", "CronJob", "PodDisruptionBudget",
        ], last: ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"])

    private let places: [String: Int]

    init(first: [String], last: [String]) {
        self.first = first
        self.last = last
        var places: [String: Int] = [:]
        for (index, kind) in first.enumerated() { places[kind] = index - first.count }
        for (index, kind) in last.enumerated() { places[kind] = index + 1 }
        self.places = places
    }

    /// The place of a kind: below 0 for the first ones, above 0 for the last ones.
    func place(of kind: String) -> Int { places[kind] ?? 0 }

    /// The resources in this order.
    func sorted(_ resources: [Resource]) -> [Resource] {
        var entries = resources.map { Entry($0, place: place(of: $0.kind.kind)) }
        entries.goSort { $0.precedes($1) }
        return entries.map(\.resource)
    }

    private struct Entry {
        let resource: Resource
        let place: Int
        let kind: ResourceKind
        /// The group, the version and the kind as they are compared.
        let kindText: String
        let idText: String

        init(_ resource: Resource, place: Int) {
            self.resource = resource
            self.place = place
            let id = resource.id
            kind = id.kind
            let parts = [
                kind.group.isEmpty ? "~G" : kind.group, kind.version.isEmpty ? "~V" : kind.version,
                kind.kind.isEmpty ? "~K" : kind.kind,
            ]
            kindText = parts.joined(separator: "_")
            let namespace = id.namespace.isEmpty ? "~X" : id.namespace
            idText = "\(kind.text)|\(namespace)|\(id.name.isEmpty ? "~N" : id.name)"
        }

        func precedes(_ other: Entry) -> Bool {
            guard kind != other.kind else { return idText.precedesByBytes(other.idText) }
            if place != other.place { return place < other.place }
            let isNamespace = kind.kind == "Namespace" && other.kind.kind == "Namespace"
            if isNamespace, kind.group.isEmpty || other.kind.group.isEmpty {
                return other.kindText.precedesByBytes(kindText)
            }
            return kindText.precedesByBytes(other.kindText)
        }
    }
}
