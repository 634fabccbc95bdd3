import JSONModel
import YAMLCodec

/// A step of a build that changes resources.
struct Transformer {
    /// Who did it, where `buildMetadata` asks for that.
    var origin: Origin?
    let run: (ResourceMap) throws(KustomizeError) -> Void

    init(_ run: @escaping (ResourceMap) throws(KustomizeError) -> Void) {
        self.run = run
    }
}

/// The plugins kustomize has built in, by the names they have in `transformers:` and `generators:`.
enum BuiltinPlugin: String {
    case annotations = "AnnotationsTransformer"
    case configMap = "ConfigMapGenerator"
    case iamPolicy = "IAMPolicyGenerator"
    case hash = "HashTransformer"
    case imageTag = "ImageTagTransformer"
    case label = "LabelTransformer"
    case namespace = "NamespaceTransformer"
    case patchJSON6902 = "PatchJson6902Transformer"
    case patchStrategicMerge = "PatchStrategicMergeTransformer"
    case patch = "PatchTransformer"
    case prefixSuffix = "PrefixSuffixTransformer"
    case prefix = "PrefixTransformer"
    case suffix = "SuffixTransformer"
    case replicaCount = "ReplicaCountTransformer"
    case secret = "SecretGenerator"
    case valueAdd = "ValueAddTransformer"
    case helmChart = "HelmChartInflationGenerator"
    case replacement = "ReplacementTransformer"

    var isGenerator: Bool {
        switch self {
        case .configMap, .secret, .helmChart, .iamPolicy: true
        default: false
        }
    }
}

extension Target {
    /// Transforms what is gathered: the kustomization's own fields first, then `transformers:`.
    func runTransformers(_ accumulator: Accumulator) throws(KustomizeError) {
        let steps =
            try builtinTransformers(accumulator.configuration)
            + externalTransformers(kustomization.texts("transformers"))
        for step in steps {
            try step.run(accumulator.map)
            if let origin = step.origin { try accumulator.map.note(origin) }
            accumulator.map.dropEmpties()
        }
    }

    /// Runs `validators:`, which must leave everything as it is.
    func runValidators(_ accumulator: Accumulator) throws(KustomizeError) {
        for validator in try externalTransformers(kustomization.texts("validators")) {
            let before = accumulator.map.resources.map { ($0.id, $0.yamlText) }
            try validator.run(accumulator.map)
            let after = try accumulator.map.copy().resources.map { (resource) throws(KustomizeError) in
                var labels = resource.labels
                if labels.removeValue(forKey: "validated-by") != nil { try resource.setLabels(labels) }
                return (resource.id, resource.yamlText)
            }
            for (old, new) in zip(before, after) where old.0 != new.0 || old.1 != new.1 {
                throw .validatorChanged(old.0.text)
            }
            if before.count != after.count { throw .validatorChanged("") }
        }
    }

    /// The steps of the kustomization's own fields, in kustomize's order.
    private func builtinTransformers(_ fields: TransformerConfiguration) throws(KustomizeError) -> [Transformer] {
        var steps: [Transformer] = []
        func add(_ plugin: BuiltinPlugin, _ added: [Transformer]) {
            let origin = origin?.configuredBuiltin(plugin.rawValue, in: fileName)
            for var step in added {
                step.origin = origin
                steps.append(step)
            }
        }
        add(.patchStrategicMerge, try strategicMergePatches())
        add(.patch, try patches())
        if !kustomization.namespace.isEmpty {
            let step = NamespaceTransformer(namespace: kustomization.namespace, fields: fields.namespace)
            add(.namespace, [Transformer(step.transform)])
        }
        for (plugin, field, specs) in [
            (BuiltinPlugin.prefix, "namePrefix", fields.namePrefix), (.suffix, "nameSuffix", fields.nameSuffix),
        ] where !kustomization.text(field).isEmpty {
            let step = AffixTransformer(affix: kustomization.text(field), isPrefix: plugin == .prefix, fields: specs)
            add(plugin, [Transformer(step.transform)])
        }
        add(.label, try labels(fields))
        let annotations = kustomization.textMap("commonAnnotations")
        if !annotations.isEmpty {
            let step = EntryTransformer(entries: annotations, fields: fields.commonAnnotations)
            add(.annotations, [Transformer(step.transform)])
        }
        add(.patchJSON6902, try json6902Patches())
        add(
            .replicaCount,
            kustomization.list("replicas").map {
                Transformer(ReplicaTransformer($0, fields: fields.replicas).transform)
            })
        add(
            .imageTag,
            kustomization.list("images").map { Transformer(ImageTransformer($0, fields: fields.images).transform) })
        let replacements = kustomization.list("replacements")
        if !replacements.isEmpty {
            let step = try configuring(.replacement, ["Replacements": .array(replacements)]) {
                () throws(KustomizeError) in try ReplacementTransformer(replacements, loader: loader)
            }
            add(.replacement, [Transformer(step.transform)])
        }
        return steps
    }

    /// Tells of a bad configuration with its text, as kustomize does.
    func configuring<Value>(
        _ plugin: BuiltinPlugin, _ configuration: JSONValue, _ make: () throws(KustomizeError) -> Value
    ) throws(KustomizeError) -> Value {
        do throws(KustomizeError) {
            return try make()
        } catch {
            if error.neededRemote != nil { throw error }
            throw .during(.configuring(plugin.rawValue, yaml: configuration.configurationText), error)
        }
    }

    private func labels(_ fields: TransformerConfiguration) throws(KustomizeError) -> [Transformer] {
        var steps: [Transformer] = []
        for label in kustomization.list("labels") {
            var specs = FieldSpec.list(label["fields"]) ?? []
            do throws(KustomizeError) {
                try specs.merge(fields.labels)
                if label.flag("includeSelectors") {
                    try specs.merge(fields.commonLabels)
                } else {
                    if label.flag("includeTemplates") {
                        do throws(KustomizeError) {
                            try specs.merge(fields.templateLabels)
                        } catch {
                            throw .during(.mergingTemplateFieldSpec, error)
                        }
                    }
                    try specs.merge(FieldSpec(path: "metadata/labels", creates: true))
                }
            } catch .during(.mergingTemplateFieldSpec, let error) {
                throw .during(.mergingTemplateFieldSpec, error)
            } catch {
                throw .during(.mergingLabels, error)
            }
            steps.append(
                Transformer(EntryTransformer(entries: label["pairs"]?.textMap ?? [:], fields: specs).transform))
        }
        let common = kustomization.textMap("commonLabels")
        if !steps.isEmpty || !common.isEmpty {
            steps.append(Transformer(EntryTransformer(entries: common, fields: fields.commonLabels).transform))
        }
        return steps
    }
}

extension JSONValue {
    /// The configuration of a plugin as it stands in errors.
    fileprivate var configurationText: String {
        // What came from a kustomization can be written.
        let bytes = try? YAMLEmitter.bytes(omittingEmpty(kept: ["select", "count"]))
        return bytes.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}

extension ResourceMap {
    /// Notes on every resource what changed it.
    func note(_ origin: Origin) throws(KustomizeError) {
        for resource in resources {
            if resource.annotation(BuildAnnotation.origin) == nil {
                try resource.setOrigin(origin)
            } else {
                try resource.addTransformation(origin)
            }
        }
    }
}
