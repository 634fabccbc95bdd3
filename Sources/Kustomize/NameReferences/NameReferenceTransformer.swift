import StdlibExtensions
import YAMLCodec

/// Puts the new names of resources into the fields of others that refer to them.
struct NameReferenceTransformer {
    private struct Reference {
        let spec: FieldSpec
        let target: ResourceKind
    }

    private let references: [TransformerConfiguration.NameReference]

    init(_ references: [TransformerConfiguration.NameReference]) {
        self.references = references
    }

    func transform(_ map: ResourceMap) throws(KustomizeError) {
        let index = ReferenceIndex(map.resources)
        // The specifications by kind, so that not all are tried on every resource.
        var byKind: [String: [(Int, Reference)]] = [:]
        var count = 0
        for reference in references {
            for spec in reference.referrers {
                byKind[spec.kind.kind, default: []].append((count, Reference(spec: spec, target: reference.kind)))
                count += 1
            }
        }
        for referrer in index.candidates {
            let kind = referrer.original.kind
            let matching = ((byKind[kind.kind] ?? []) + (byKind[""] ?? [])).filter {
                kind.isSelected(by: $0.1.spec.kind)
            }.sorted { $0.0 < $1.0 }
            guard !matching.isEmpty else { continue }
            let namespaces = try referrer.resource.subjectNamespaces()
            for (_, reference) in matching {
                try Referral(referrer: referrer, target: reference.target, index: index, namespaces: namespaces)
                    .update(reference.spec)
            }
        }
    }
}

extension Resource {
    /// The namespaces of the service accounts a role binding names.
    fileprivate func subjectNamespaces() throws(KustomizeError) -> Set<String> {
        guard kind.kind == "RoleBinding", let subjects = node?.field("subjects"), subjects.kind == .sequence else {
            return []
        }
        var namespaces: Set<String> = []
        for subject in subjects.content {
            guard let namespace = subject.field("namespace"), subject.field("kind")?.value == "ServiceAccount" else {
                continue
            }
            guard namespace.isString else { throw .blankSubjectNamespace(id.text) }
            namespaces.insert(namespace.value)
        }
        return namespaces
    }
}

/// Finds the resource that a field of another refers to.
private struct Referral {
    typealias Candidate = ReferenceIndex.Candidate

    let referrer: Candidate
    let target: ResourceKind
    let index: ReferenceIndex
    /// Namespaces beside the referrer's own in which targets may be.
    let namespaces: Set<String>

    private static let accountKind = "ServiceAccount"

    /// Updates the names in a field.
    func update(_ spec: FieldSpec) throws(KustomizeError) {
        guard let node = referrer.resource.node else { return }
        let isRoleReference = spec.path.hasSuffix("roleRef/name")
        do throws(KustomizeError) {
            let kind = ResourceKind(of: node)
            try FieldSpecFilter(spec: FieldSpec(kind: kind, path: spec.path, creates: spec.creates)) {
                (field) throws(KustomizeError) in try set(field, isRoleReference: isRoleReference)
            }.apply(to: node)
        } catch {
            throw .during(.updatingReference(spec.path, of: referrer.resource.id.text), error)
        }
    }

    private func set(_ field: YAMLNode, isRoleReference: Bool) throws(KustomizeError) {
        guard !field.isNull else { return }
        switch field.kind {
        case .scalar: try setScalar(field, isRoleReference)
        case .mapping: try setMapping(field, isRoleReference)
        case .sequence:
            for element in field.content where !element.isNull {
                switch element.kind {
                case .scalar: try setScalar(element, isRoleReference)
                case .mapping: try setMapping(element, isRoleReference)
                case .sequence: throw .referenceIsList
                }
            }
        }
    }

    private func setScalar(_ field: YAMLNode, _ isRoleReference: Bool) throws(KustomizeError) {
        guard let found = try select(field.value, isRoleReference, namespace: nil), found.name != field.value else {
            return
        }
        try field.setScalar(YAMLNode(plain: found.name))
    }

    private func setMapping(_ field: YAMLNode, _ isRoleReference: Bool) throws(KustomizeError) {
        guard let name = field.field("name") else { throw .referenceWithoutName }
        let namespace = field.field("namespace")?.value
        guard let found = try select(name.value, isRoleReference, namespace: .some(namespace)) else { return }
        if found.name == name.value, found.namespace.isEmpty { return }
        try field.setField("name", YAMLNode(plain: found.name))
        if !found.namespace.isEmpty { try field.setField("namespace", YAMLNode(plain: found.namespace)) }
    }

    // MARK: - Selection

    /// The resource that is meant by a name it once had; nil for none.
    ///
    /// `namespace` is what a map says beside the name: nil for scalars.
    private func select(
        _ name: String, _ isRoleReference: Bool, namespace: String??
    ) throws(KustomizeError) -> Candidate? {
        var found = index.named(name).filter(isInReach)
        if case .some(.some(let namespace)) = namespace { found = inNamespace(namespace, found) }
        found = found.filter { candidate in candidate.previous.contains { $0.kind.isSelected(by: target) } }
        if isRoleReference, let role = roleKind {
            found = found.filter { candidate in candidate.previous.contains { $0.kind.isSelected(by: role) } }
        }
        if !referrer.id.isClusterScoped {
            found = found.filter { candidate in
                candidate.id.isClusterScoped || candidate.id.kind.kind == Self.accountKind
                    || candidate.id.effectiveNamespace == referrer.id.effectiveNamespace
            }
        }
        if found.count == 1 { return found[0] }
        found = found.filter { $0.hasSameAffixes(as: referrer, allowsNone: true) }
        if found.count > 1 { found = found.filter { $0.hasSameAffixes(as: referrer, allowsNone: false) } }
        guard let first = found.first else { return nil }
        let areAlike = found.allSatisfy {
            $0.name == first.name && (namespace == nil || $0.namespace == first.namespace)
        }
        if areAlike { return first }
        throw .severalReferrals(
            ids: found.map(\.id.text), referrer: referrer.resource.yamlText,
            targets: found.map(\.resource.yamlText))
    }

    /// Whether the referrer can refer to a resource at all.
    private func isInReach(_ candidate: Candidate) -> Bool {
        referrer.id.isClusterScoped || candidate.id.isClusterScoped
            || candidate.id.effectiveNamespace == referrer.id.effectiveNamespace
            || namespaces.contains(candidate.namespace)
    }

    /// Of the candidates those in a namespace: that of their first ids where there is any in reach, else their own.
    private func inNamespace(_ namespace: String, _ found: [Candidate]) -> [Candidate] {
        let hasOriginal = index.candidates.contains {
            isInReach($0) && $0.original.effectiveNamespace == namespace
        }
        return found.filter {
            (hasOriginal ? $0.original.effectiveNamespace : $0.id.effectiveNamespace) == namespace
        }
    }

    /// The kind a role binding's `roleRef` names.
    private var roleKind: ResourceKind? {
        guard let reference = referrer.resource.node?.field("roleRef"), let group = reference.field("apiGroup"),
            let kind = reference.field("kind")
        else { return nil }
        return ResourceKind(group: group.value, kind: kind.value)
    }
}
