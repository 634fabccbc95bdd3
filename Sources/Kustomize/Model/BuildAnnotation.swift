/// The annotations in which a resource carries its past while it is built.
enum BuildAnnotation: String, CaseIterable {
    case previousKinds
    case previousNames
    case prefixes
    case suffixes
    case previousNamespaces
    case allowNameChange
    case allowKindChange
    case refBy
    case generatorBehavior
    case needsHashSuffix

    var key: String { "internal.config.kubernetes.io/\(rawValue)" }

    /// All that are removed at the end, those of other tools on the way included.
    static let removed: Set<String> = Set(allCases.map(\.key)).union([
        "internal.config.kubernetes.io/path", "internal.config.kubernetes.io/index",
        "internal.config.kubernetes.io/seqindent", "internal.config.kubernetes.io/id",
        "internal.config.kubernetes.io/annotations-migration-resource-id", "config.kubernetes.io/path",
        "config.kubernetes.io/index", "config.k8s.io/id", "internal.config.kubernetes.io/helm-generated",
    ])

    static let helmGenerated = "internal.config.kubernetes.io/helm-generated"
    static let origin = "config.kubernetes.io/origin"
    static let transformations = "alpha.config.kubernetes.io/transformations"
    static let localConfig = "config.kubernetes.io/local-config"
}

/// What becomes of a generated resource where there is one of its name.
enum GenerationBehavior: String {
    case unspecified
    case create
    case replace
    case merge

    init(_ text: String) {
        self = GenerationBehavior(rawValue: text) ?? .unspecified
    }
}

extension Resource {
    func isEnabled(_ annotation: BuildAnnotation) -> Bool {
        self.annotation(annotation.key) == "enabled"
    }

    func enable(_ annotation: BuildAnnotation) throws(KustomizeError) {
        var annotations = annotations
        annotations[annotation.key] = "enabled"
        try setAnnotations(annotations)
    }

    var behavior: GenerationBehavior {
        GenerationBehavior(annotation(BuildAnnotation.generatorBehavior.key) ?? "")
    }

    func setBehavior(_ behavior: GenerationBehavior) throws(KustomizeError) {
        var annotations = annotations
        annotations[BuildAnnotation.generatorBehavior.key] = behavior.rawValue
        try setAnnotations(annotations)
    }

    /// The prefixes the name got, the first one first.
    var prefixes: [String] { annotation(BuildAnnotation.prefixes.key).map(Self.list) ?? [] }
    var suffixes: [String] { annotation(BuildAnnotation.suffixes.key).map(Self.list) ?? [] }

    /// Adds a value to a list with commas.
    func append(_ value: String, to annotation: BuildAnnotation) throws(KustomizeError) {
        guard !value.isEmpty else { return }
        let list = self.annotation(annotation.key).map { "\($0),\(value)" } ?? value
        try setAnnotation(annotation.key, list)
    }

    /// Keeps what the resource is called now.
    func storePreviousID() throws(KustomizeError) {
        let id = id
        try append(id.name, to: .previousNames)
        try append(id.effectiveNamespace, to: .previousNamespaces)
        try append(id.kind.kind, to: .previousKinds)
    }

    func removeBuildAnnotations() throws(KustomizeError) {
        let all = annotations
        guard !all.isEmpty else { return }
        try setAnnotations(all.filter { !BuildAnnotation.removed.contains($0.key) })
    }

    /// Takes over labels, annotations, name and namespace of the resource this one is merged with or replaces.
    func copyMetadata(from other: Resource) throws(KustomizeError) {
        try setLabels(other.labels.merging(labels) { $1 })
        let own = annotations
        let others = other.annotations
        var merged = others.merging(own) { $1 }
        for annotation in BuildAnnotation.removed { merged[annotation] = others[annotation] }
        if own[BuildAnnotation.needsHashSuffix.key] == nil { merged[BuildAnnotation.needsHashSuffix.key] = nil }
        try setAnnotations(merged)
        try setName(other.name)
        try setNamespace(other.namespace)
        variables = other.variables
    }
}
