import JSONModel
import YAMLCodec

/// Puts resources, and the service accounts their role bindings name, into a namespace.
struct NamespaceTransformer {
    /// Which subjects of role bindings get the namespace.
    enum Subjects: String {
        case defaultOnly
        case allServiceAccounts
        case none
    }

    let namespace: String
    let fields: [FieldSpec]
    /// Whether namespaces that are set stay.
    var setsOnlyUnset = false
    var subjects = Subjects.defaultOnly

    func transform(_ map: ResourceMap) throws(KustomizeError) {
        guard !namespace.isEmpty else { return }
        var counts: [ResourceID.Key: Int] = [:]
        for resource in map.resources { counts[resource.id.key, default: 0] += 1 }
        for resource in map.resources where !resource.isEmpty {
            if resource.annotation(BuildAnnotation.helmGenerated) == "true" { continue }
            counts[resource.id.key, default: 1] -= 1
            try resource.storePreviousID()
            if let node = resource.node { try apply(to: node) }
            let id = resource.id
            counts[id.key, default: 0] += 1
            guard counts[id.key] == 1 else {
                let matches = map.resources.filter { $0.id.isSame(as: id) }
                throw .namespaceConflict(try matches.map { (match) throws(KustomizeError) in try match.jsonText() })
            }
        }
    }

    /// Puts one resource into the namespace.
    func apply(to node: YAMLNode) throws(KustomizeError) {
        let kind = ResourceKind(of: node)
        if !ClusterScopedKinds.contains(kind) {
            try FieldSpecFilter(
                spec: FieldSpec(path: "metadata/namespace", creates: true), creates: (.scalar, .none), set: set
            ).apply(to: node)
        }
        let isRoleBinding = kind.kind == "RoleBinding" || kind.kind == "ClusterRoleBinding"
        if isRoleBinding { try setSubjects(of: node) }
        let isCore = node.field("apiVersion")?.value == "v1"
        do throws(KustomizeError) {
            for spec in fields {
                if spec.path == "metadata/namespace" || (!isCore && spec.path == "metadata/name") { continue }
                if isRoleBinding, spec.kind.kind.hasSuffix("RoleBinding"), spec.path == "subjects/namespace" {
                    continue
                }
                try FieldSpecFilter(spec: spec, creates: (.scalar, .string), set: set).apply(to: node)
            }
        } catch {
            if let kind = error.wrongKind, kind != .scalar { throw .during(.namespaceFieldSpecs, error) }
            throw .during(.namespaceTransformation, error)
        }
    }

    private func set(_ node: YAMLNode) throws(KustomizeError) {
        if setsOnlyUnset, !node.isNull, node.kind == .scalar, !node.value.isEmpty { return }
        try node.setScalar(YAMLNode(.scalar, tag: .string, value: namespace))
    }

    private func setSubjects(of binding: YAMLNode) throws(KustomizeError) {
        let (field, value) = subjects == .allServiceAccounts ? ("kind", "ServiceAccount") : ("name", "default")
        guard subjects != .none, let list = try binding.lookup(["subjects"]), !list.isNull else { return }
        do throws(KustomizeError) {
            try list.require(.sequence)
            for subject in list.content {
                guard let found = try subject.lookup([field]), !found.isNull, found.value == value else { continue }
                if let target = try subject.lookupCreating(.scalar, ["namespace"]) { try set(target) }
            }
        } catch {
            throw .during(.settingSubjects, error)
        }
    }
}

extension Resource {
    /// The resource in JSON with sorted keys, as errors show it.
    func jsonText() throws(KustomizeError) -> String {
        JSONWriter.text(try json(), style: JSONStyle(sortsKeys: true))
    }
}
