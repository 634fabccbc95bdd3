import JSONModel
import SystemIO
import YAMLCodec

/// The plugins of `transformers:`, `validators:` and `generators:`, configured by resources.
extension Target {
    /// The steps that files, directories and inline resources configure.
    func externalTransformers(_ entries: [String]) throws(KustomizeError) -> [Transformer] {
        var steps: [Transformer] = []
        for resource in try pluginResources(entries, activity: .configuringTransformer) {
            let plugin = try builtin(resource)
            let configuration = try resource.json()
            var added: [Transformer]
            do throws(KustomizeError) {
                added = try transformers(plugin, configuration)
            } catch .notTransformer {
                throw .notTransformer(resource.originalID.text)
            } catch {
                throw .during(.configuringPlugin(resource.originalID.text), error)
            }
            if let origin = resource.origin {
                for index in added.indices { added[index].origin = origin.configured(by: resource) }
            }
            steps += added
        }
        return steps
    }

    /// The generators that files, directories and inline resources configure.
    func externalGenerators(_ entries: [String]) throws(KustomizeError) -> [Generator] {
        var generators: [Generator] = []
        for resource in try pluginResources(entries, activity: .configuringGenerator) {
            do throws(KustomizeError) {
                let plugin = try builtin(resource)
                let configuration = try resource.json()
                guard plugin.isGenerator else {
                    do throws(KustomizeError) {
                        _ = try transformers(plugin, configuration)
                    } catch {
                        throw .during(.configuringPlugin(resource.originalID.text), error)
                    }
                    throw .notGenerator(resource.originalID.text)
                }
                let run = try generator(plugin, configuration, id: resource.originalID.text)
                generators.append(Generator(origin: resource.origin?.configured(by: resource), run: run))
            } catch {
                throw .during(.loadingGenerator, error)
            }
        }
        return generators
    }

    private func pluginResources(
        _ entries: [String], activity: KustomizeError.Activity
    ) throws(KustomizeError) -> [Resource] {
        let accumulator = Accumulator()
        var paths: [String] = []
        for entry in entries {
            // What is no resource is the name of a file or a directory.
            guard let inline = try? ResourceDocuments.read(Array(entry.utf8)) else {
                paths.append(entry)
                continue
            }
            if let origin { for resource in inline { try resource.setOrigin(origin.appending(fileName)) } }
            do throws(KustomizeError) {
                try accumulator.map.append(inline)
            } catch {
                throw .during(activity, error)
            }
        }
        try accumulateResources(paths, into: accumulator)
        return accumulator.map.resources
    }

    private func builtin(_ resource: Resource) throws(KustomizeError) -> BuiltinPlugin {
        let kind = resource.kind
        guard kind.group.isEmpty, kind.version == "builtin" else {
            throw context.arePluginsEnabled
                ? .externalPlugins(resource.originalID.kind.kind)
                : .externalPluginsAreDisabled(resource.originalID.kind.kind)
        }
        guard let plugin = BuiltinPlugin(rawValue: kind.kind) else { throw .unknownBuiltin(kind.text) }
        return plugin
    }

    private func generator(
        _ plugin: BuiltinPlugin, _ configuration: JSONValue, id: String
    ) throws(KustomizeError) -> () throws(KustomizeError) -> [Resource] {
        do throws(KustomizeError) {
            switch plugin {
            case .configMap, .secret:
                let fields = plugin == .secret ? FieldShape.secretGenerator : FieldShape.generator
                var arguments = try Self.read(configuration, fields.merging(["metadata": .objectMeta]) { $1 })
                for field in ["name", "namespace"] where arguments.text(field).isEmpty {
                    arguments[field] = arguments["metadata"]?[field]
                }
                let generator = DataGenerator(
                    arguments, isSecret: plugin == .secret, options: nil, loader: loader)
                return { () throws(KustomizeError) in [try generator.generate()] }
            default: throw context.isHelmEnabled ? .helmIsNotSupported : .helmIsNotEnabled
            }
        } catch {
            throw .during(.configuringPlugin(id), error)
        }
    }

    private static func read(
        _ configuration: JSONValue, _ fields: [String: FieldShape]
    ) throws(KustomizeError) -> JSONValue {
        do throws(KustomizeError) {
            return try FieldShape.structure("", fields).read(configuration, isLenient: true)
        } catch {
            throw .during(.unmarshallingJSON, error)
        }
    }

    // MARK: - Transformers

    private func transformers(
        _ plugin: BuiltinPlugin, _ configuration: JSONValue
    ) throws(KustomizeError) -> [Transformer] {
        let specs: [String: FieldShape] = ["fieldSpecs": .list(.fieldSpec)]
        func read(_ fields: [String: FieldShape]) throws(KustomizeError) -> JSONValue {
            try Self.read(configuration, fields.merging(specs) { $1 })
        }
        switch plugin {
        case .configMap, .secret, .helmChart, .iamPolicy: throw .notTransformer("")
        case .annotations, .label:
            let field = plugin == .label ? "labels" : "annotations"
            let values = try read([field: .map(.text())])
            let step = EntryTransformer(
                entries: values[field]?.textMap ?? [:], fields: FieldSpec.list(values["fieldSpecs"]) ?? [])
            return [Transformer(step.transform)]
        case .hash: return [Transformer(HashTransformer.transform)]
        case .imageTag:
            let values = try read(["imageTag": .image])
            let step = ImageTransformer(
                values["imageTag"] ?? [:], fields: FieldSpec.list(values["fieldSpecs"]) ?? [])
            return [Transformer(step.transform)]
        case .namespace:
            return [Transformer(try namespaceTransformer(try read(Self.namespaceFields)).transform)]
        case .replicaCount:
            let values = try read(["replica": .replica])
            let step = ReplicaTransformer(
                values["replica"] ?? [:], fields: FieldSpec.list(values["fieldSpecs"]) ?? [])
            return [Transformer(step.transform)]
        case .prefix, .suffix, .prefixSuffix:
            let values = try read(["prefix": .text(), "suffix": .text()])
            guard let fields = FieldSpec.list(values["fieldSpecs"]) else { throw .noFieldSpecs }
            var steps: [Transformer] = []
            for isPrefix in [true, false] where plugin != (isPrefix ? .suffix : .prefix) {
                let affix = values.text(isPrefix ? "prefix" : "suffix")
                steps.append(
                    Transformer(AffixTransformer(affix: affix, isPrefix: isPrefix, fields: fields).transform))
            }
            return steps
        case .valueAdd:
            return [Transformer(try ValueAddTransformer(configuration, loader: loader).transform)]
        case .patch, .patchJSON6902, .patchStrategicMerge, .replacement:
            return [try patchTransformer(plugin, configuration)]
        }
    }

    private static let namespaceFields: [String: FieldShape] = [
        "metadata": .objectMeta, "unsetOnly": .flag, "setRoleBindingSubjects": .text(),
    ]

    private func namespaceTransformer(_ values: JSONValue) throws(KustomizeError) -> NamespaceTransformer {
        let word = values.text("setRoleBindingSubjects")
        guard let subjects = word.isEmpty ? .defaultOnly : NamespaceTransformer.Subjects(rawValue: word) else {
            throw .badSubjects(word)
        }
        return NamespaceTransformer(
            namespace: values["metadata"]?.text("namespace") ?? "",
            fields: FieldSpec.list(values["fieldSpecs"]) ?? [], setsOnlyUnset: values.flag("unsetOnly"),
            subjects: subjects)
    }

    private func patchTransformer(
        _ plugin: BuiltinPlugin, _ configuration: JSONValue
    ) throws(KustomizeError) -> Transformer {
        switch plugin {
        case .patch:
            guard case .structure(_, let fields) = FieldShape.patch else { throw .notTransformer("") }
            let values = try Self.read(configuration, fields)
            return Transformer(try PatchTransformer(values, loader: loader, context: context).transform)
        case .patchJSON6902:
            let values = try Self.read(configuration, ["target": .selector, "path": .text(), "jsonOp": .text()])
            return Transformer(try JSON6902Transformer(values, loader: loader).transform)
        case .patchStrategicMerge:
            let values = try Self.read(configuration, ["paths": .list(.text()), "patches": .text()])
            return Transformer(try StrategicMergeTransformer(values, loader: loader, context: context).transform)
        default:
            let values = try Self.read(configuration, ["replacements": .list(.replacementField)])
            let entries = values["replacements"]?.array ?? []
            return Transformer(try ReplacementTransformer(entries, loader: loader).transform)
        }
    }
}
