import StdlibExtensions

/// The fields the transformers are about, which `configurations:` and `crds:` add to.
struct TransformerConfiguration {
    /// Fields that hold the name of a resource of a kind.
    struct NameReference {
        var kind: ResourceKind
        var referrers: [FieldSpec]
    }

    var namePrefix: [FieldSpec] = []
    var nameSuffix: [FieldSpec] = []
    var namespace: [FieldSpec] = []
    var commonLabels: [FieldSpec] = []
    var labels: [FieldSpec] = []
    var templateLabels: [FieldSpec] = []
    var commonAnnotations: [FieldSpec] = []
    var nameReferences: [NameReference] = []
    var varReferences: [FieldSpec] = []
    var images: [FieldSpec] = []
    var replicas: [FieldSpec] = []
    /// How much is in it that the standard configuration does not have; merging what is not changed is free.
    private(set) var content = Content.nothing

    enum Content {
        case nothing
        case standard
        case own
    }

    /// The lists of a configuration with the names errors have for them.
    private static var lists: [(name: String, field: WritableKeyPath<TransformerConfiguration, [FieldSpec]>)] {
        [
            ("NamePrefix", \.namePrefix), ("NameSuffix", \.nameSuffix), ("NameSpace", \.namespace),
            ("CommonAnnotations", \.commonAnnotations), ("CommonLabels", \.commonLabels), ("Labels", \.labels),
            ("TemplateLabels", \.templateLabels), ("VarReference", \.varReferences), ("Images", \.images),
            ("Replicas", \.replicas),
        ]
    }

    /// Adds what another configuration has; the order of its lists is kustomize's.
    mutating func merge(_ other: TransformerConfiguration) throws(KustomizeError) {
        switch (content, other.content) {
        case (_, .nothing), (.standard, .standard): return
        case (.nothing, .standard):
            self = other
            return
        default: break
        }
        for (name, field) in Self.lists {
            if name == "Images" { try merge(references: other.nameReferences) }
            do throws(KustomizeError) {
                try self[keyPath: field].merge(other[keyPath: field])
            } catch {
                throw .during(.mergingFieldSpecs(name), error)
            }
        }
        sort()
        content = .own
    }

    private mutating func merge(references: [NameReference]) throws(KustomizeError) {
        for reference in references {
            do throws(KustomizeError) {
                try merge(reference)
            } catch {
                throw .during(.mergingFieldSpecs("NameReference"), error)
            }
        }
    }

    mutating func merge(_ reference: NameReference) throws(KustomizeError) {
        content = .own
        if let index = nameReferences.firstIndex(where: { $0.kind == reference.kind }) {
            try nameReferences[index].referrers.merge(reference.referrers)
        } else {
            nameReferences.append(reference)
        }
    }

    /// Puts the lists in kustomize's order.
    mutating func sort() {
        for (_, field) in Self.lists { self[keyPath: field].sortByKind() }
        nameReferences.goSort { $0.kind.precedes($1.kind) }
    }

    /// Tells that something was added by hand.
    mutating func markAsOwn() { content = .own }

    fileprivate mutating func markAsStandard() { content = .standard }
}

extension TransformerConfiguration {
    /// What holds without any `configurations:`.
    static let standard: TransformerConfiguration = {
        var configuration = TransformerConfiguration()
        let name = FieldSpec(path: "metadata/name")
        configuration.namePrefix = [name]
        configuration.nameSuffix = [name]
        configuration.namespace = StandardFields.namespace
        configuration.commonLabels = StandardFields.selectors + StandardFields.labels
        configuration.templateLabels = StandardFields.labels
        configuration.commonAnnotations = StandardFields.annotations
        configuration.nameReferences = StandardReferences.all
        configuration.varReferences = StandardFields.variables
        configuration.images = StandardFields.images
        configuration.replicas = StandardFields.replicas
        configuration.sort()
        configuration.markAsStandard()
        return configuration
    }()
}
