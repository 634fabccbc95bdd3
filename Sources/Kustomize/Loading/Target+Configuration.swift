import JSONModel
import YAMLCodec

extension Target {
    /// The standard configuration with what the files of `configurations:` add.
    func transformerConfiguration() throws(KustomizeError) -> TransformerConfiguration {
        var configuration = TransformerConfiguration.standard
        var added = TransformerConfiguration()
        let paths = kustomization.texts("configurations")
        guard !paths.isEmpty else { return configuration }
        for path in paths {
            let bytes = try loader.load(path)
            let value: JSONValue
            do throws(YAMLError) {
                value = try YAMLDecoder.decodeFirst(bytes, repeatedKeys: .refused)
            } catch {
                throw .during(.convertingYAML, .yaml(error))
            }
            do throws(KustomizeError) {
                try added.merge(TransformerConfiguration(try FieldShape.transformerConfiguration.read(value)))
            } catch {
                throw .during(.unmarshallingJSON, error)
            }
        }
        try configuration.merge(added)
        return configuration
    }

    /// What the definitions in the files of `crds:` say of their fields.
    func configurationOfCRDs() throws(KustomizeError) -> TransformerConfiguration {
        var configuration = TransformerConfiguration()
        for path in kustomization.texts("crds") {
            let bytes: [UInt8]
            do throws(KustomizeError) {
                bytes = try loader.load(path)
            } catch {
                throw .during(.loadingCRDs(kustomization.texts("crds")), error)
            }
            let value: JSONValue
            do throws(YAMLError) {
                value = try YAMLDecoder.decodeFirst(bytes)
            } catch {
                throw .during(.loadingCRDs(kustomization.texts("crds")), .during(.parsingCRD(path), .yaml(error)))
            }
            try configuration.merge(try CRDDefinitions(value).configuration())
        }
        return configuration
    }
}

extension TransformerConfiguration {
    /// Takes the lists of a configuration's file.
    fileprivate init(_ value: JSONValue) {
        self.init()
        namePrefix = FieldSpec.list(value["namePrefix"]) ?? []
        nameSuffix = FieldSpec.list(value["nameSuffix"]) ?? []
        namespace = FieldSpec.list(value["namespace"]) ?? []
        commonLabels = FieldSpec.list(value["commonLabels"]) ?? []
        labels = FieldSpec.list(value["labels"]) ?? []
        templateLabels = FieldSpec.list(value["templateLabels"]) ?? []
        commonAnnotations = FieldSpec.list(value["commonAnnotations"]) ?? []
        varReferences = FieldSpec.list(value["varReference"]) ?? []
        images = FieldSpec.list(value["images"]) ?? []
        replicas = FieldSpec.list(value["replicas"]) ?? []
        nameReferences = (value["nameReference"]?.array ?? []).map {
            NameReference(kind: ResourceKind($0), referrers: FieldSpec.list($0["fieldSpecs"]) ?? [])
        }
        sort()
        markAsOwn()
    }
}

/// OpenAPI definitions of custom resources, whose extensions say which fields hold names, labels and annotations.
struct CRDDefinitions {
    private let definitions: JSONObject

    init(_ value: JSONValue) {
        definitions = value.object ?? [:]
    }

    func configuration() throws(KustomizeError) -> TransformerConfiguration {
        var configuration = TransformerConfiguration()
        for (name, definition) in definitions.sortedByKey() {
            let properties = definition["Schema"]?["properties"] ?? definition["schema"]?["properties"]
            guard let properties, ["kind", "apiVersion", "metadata"].allSatisfy({ properties[$0] != nil }) else {
                continue
            }
            let kind = ResourceKind(kind: name.split(separator: ".").last.map(String.init) ?? "")
            var added = TransformerConfiguration()
            try load(name, kind, path: [], into: &added)
            try configuration.merge(added)
        }
        return configuration
    }

    private func load(
        _ name: String, _ kind: ResourceKind, path: [String], into configuration: inout TransformerConfiguration
    ) throws(KustomizeError) {
        // A definition inside itself would have no end.
        guard path.count < 64, let definition = definitions[name] else { return }
        let schema = definition["Schema"] ?? definition["schema"] ?? [:]
        for (property, value) in schema["properties"]?.object?.sortedByKey() ?? [:] {
            let path = path + [property]
            let spec = FieldSpec(kind: kind, path: path.joined(separator: "/"))
            configuration.markAsOwn()
            if value["x-kubernetes-annotation"]?.string != nil { try configuration.commonAnnotations.merge(spec) }
            if value["x-kubernetes-label-selector"]?.string != nil { try configuration.commonLabels.merge(spec) }
            if value["x-kubernetes-identity"]?.string != nil { try configuration.namePrefix.merge(spec) }
            if let version = value["x-kubernetes-object-ref-api-version"]?.string,
                let target = value["x-kubernetes-object-ref-kind"]?.string
            {
                let key = value["x-kubernetes-object-ref-name-key"]?.string ?? "name"
                try configuration.merge(
                    TransformerConfiguration.NameReference(
                        kind: ResourceKind(version: version, kind: target),
                        referrers: [FieldSpec(kind: kind, path: (path + [key]).joined(separator: "/"))]))
            }
            if let reference = value["$ref"]?.string { try load(reference, kind, path: path, into: &configuration) }
        }
    }
}
