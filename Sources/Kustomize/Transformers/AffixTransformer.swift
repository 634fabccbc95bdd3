import YAMLCodec

/// Puts a prefix before names, or a suffix behind them.
struct AffixTransformer {
    let affix: String
    let isPrefix: Bool
    let fields: [FieldSpec]

    /// Kinds whose names are no choice of their own.
    private static let skipped = [
        ResourceKind(kind: "CustomResourceDefinition"),
        ResourceKind(group: "apiregistration.k8s.io", kind: "APIService"), ResourceKind(kind: "Namespace"),
    ]

    func transform(_ map: ResourceMap) throws(KustomizeError) {
        for resource in map.resources {
            let kind = resource.originalID.kind
            guard let node = resource.node, !Self.skipped.contains(where: { kind.isSelected(by: $0) }) else { continue }
            for spec in fields where kind.isSelected(by: spec.kind) {
                if spec.path == "metadata/name" {
                    try resource.append(affix, to: isPrefix ? .prefixes : .suffixes)
                    if !affix.isEmpty { try resource.storePreviousID() }
                }
                try FieldSpecFilter(spec: spec, creates: (.scalar, .string)) { (field) throws(KustomizeError) in
                    try field.setScalar(YAMLNode(plain: isPrefix ? affix + field.value : field.value + affix))
                }.apply(to: node)
            }
        }
    }
}
