import JSONModel
import KubePatch
import StdlibExtensions
import YAMLCodec

extension Target {
    /// The patches of `patches:`.
    func patches() throws(KustomizeError) -> [Transformer] {
        var steps: [Transformer] = []
        for patch in kustomization.list("patches") {
            let step = try configuring(.patch, patch) { () throws(KustomizeError) in
                try PatchTransformer(patch, loader: loader, context: context)
            }
            steps.append(Transformer(step.transform))
        }
        return steps
    }

    /// The patches of `patchesStrategicMerge:`, one step for all.
    func strategicMergePatches() throws(KustomizeError) -> [Transformer] {
        let paths = kustomization.list("patchesStrategicMerge")
        guard !paths.isEmpty else { return [] }
        let step = try configuring(.patchStrategicMerge, ["paths": .array(paths)]) { () throws(KustomizeError) in
            try StrategicMergeTransformer(["paths": .array(paths)], loader: loader, context: context)
        }
        return [Transformer(step.transform)]
    }

    /// The patches of `patchesJson6902:`.
    func json6902Patches() throws(KustomizeError) -> [Transformer] {
        var steps: [Transformer] = []
        for patch in kustomization.list("patchesJson6902") {
            var configuration: JSONValue = [:]
            configuration["target"] = patch["target"]
            configuration["path"] = patch["path"]
            configuration["jsonOp"] = patch["patch"]
            let step = try configuring(.patchJSON6902, configuration) { () throws(KustomizeError) in
                try JSON6902Transformer(configuration, loader: loader)
            }
            steps.append(Transformer(step.transform))
        }
        return steps
    }
}

/// A list of operations on JSON, from a text in JSON or YAML.
struct JSONPatchText {
    let patch: JSONPatch
    let isEmpty: Bool

    init(_ text: String) throws(KustomizeError) {
        guard !text.isEmpty else { throw .emptyJSONPatch }
        let value: JSONValue
        if text.hasPrefix("[") {
            do throws(JSONError) { value = try JSONParser.parse(Array(text.utf8)) } catch { throw .json(error) }
        } else {
            do throws(YAMLError) { value = try YAMLDecoder.decodeFirst(Array(text.utf8)) } catch { throw .yaml(error) }
        }
        isEmpty = value.array?.isEmpty ?? true
        do throws(PatchError) { patch = try JSONPatch(value) } catch { throw .patch(error) }
    }

    /// Patches a resource; the annotations that tell its past stay.
    func apply(to resource: Resource) throws(KustomizeError) {
        let kept = resource.annotations.filter { key, _ in
            key.hasPrefix("internal.config.kubernetes.io/") || BuildAnnotation.removed.contains(key)
        }
        let value = try resource.json()
        let patched: JSONValue
        do throws(PatchError) { patched = try patch.applied(to: value) } catch { throw .patch(error) }
        resource.node = YAMLNode(patched)
        try resource.setAnnotations(resource.annotations.merging(kept) { $1 })
    }
}

/// A patch of either kind.
struct PatchTransformer {
    private let merges: [Resource]
    private let operations: JSONPatchText?
    private let target: Selector?
    private let source: KustomizeError.PatchSource
    private let context: BuildContext

    init(_ patch: JSONValue, loader: Loader, context: BuildContext) throws(KustomizeError) {
        self.context = context
        target = patch["target"].map(Selector.init)
        let inline = patch.text("patch").trimmingSpace()
        let path = patch.text("path")
        let text: String
        switch (inline.isEmpty, path.isEmpty) {
        case (true, true): throw .patchWithoutSource(patch.patchText(inline))
        case (false, false): throw .patchWithTwoSources(patch.patchText(inline))
        case (false, true):
            text = inline
            source = .inline(inline)
        case (true, false):
            do throws(KustomizeError) {
                text = String(decoding: try loader.load(path), as: UTF8.self)
            } catch {
                throw .during(.loadingPatch(path), error)
            }
            source = .path(path)
        }
        let asMerges = Result { () throws(KustomizeError) in try ResourceDocuments.read(Array(text.utf8)) }
        let asOperations = Result { () throws(KustomizeError) in try JSONPatchText(text) }
        switch (asMerges, asOperations) {
        case (.success(let merges), .success(let operations)) where !merges.isEmpty && !operations.isEmpty:
            throw .ambiguousPatch(source)
        case (.success(let merges), _):
            self.merges = merges
            operations = nil
        case (.failure, .success(let operations)):
            merges = []
            self.operations = operations
        case (.failure, .failure): throw .unparsablePatch(source)
        }
        for merge in merges {
            if patch["options"]?.flag("allowNameChange") ?? false { try merge.enable(.allowNameChange) }
            if patch["options"]?.flag("allowKindChange") ?? false { try merge.enable(.allowKindChange) }
        }
    }

    func transform(_ map: ResourceMap) throws(KustomizeError) {
        if !merges.isEmpty { return try merge(map) }
        guard let operations else { return }
        guard let target else { throw .jsonPatchWithoutTarget(source) }
        for resource in try map.select(target) {
            try resource.storePreviousID()
            try operations.apply(to: resource)
        }
    }

    private func merge(_ map: ResourceMap) throws(KustomizeError) {
        let schema = context.mergeSchema()
        if let target {
            guard merges.count == 1 else { throw .severalPatchesForTarget(source) }
            let selected: [Resource]
            do throws(KustomizeError) {
                selected = try map.select(target)
            } catch {
                throw .during(.findingPatchTarget(target.text), error)
            }
            return try map.apply(patch: merges[0], to: selected, schema: schema)
        }
        for patch in merges {
            let id = patch.originalID
            let resource: Resource
            do throws(KustomizeError) {
                resource = try map.resource(id)
            } catch {
                throw .during(.matchingPatch(id.text), .noUniqueTarget(error, id: id.text))
            }
            try resource.apply(patch: patch, schema: schema)
        }
    }
}

extension JSONValue {
    /// A patch's entry as it stands in errors.
    fileprivate func patchText(_ inline: String) -> String {
        // What came from a kustomization can be written.
        let bytes = try? YAMLEmitter.bytes(omittingEmpty())
        return bytes.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}

/// Strategic merge patches, each for the one resource it names.
struct StrategicMergeTransformer {
    private var patches: [Resource] = []
    private let context: BuildContext

    /// Takes `paths`, each a file or a patch itself, and `patches`, a text.
    init(_ configuration: JSONValue, loader: Loader, context: BuildContext) throws(KustomizeError) {
        self.context = context
        let paths = configuration["paths"]?.texts ?? []
        let text = configuration.text("patches")
        guard !paths.isEmpty || !text.isEmpty else { throw .noStrategicMergePatch }
        for path in paths {
            // What is no patch is the name of a file.
            if let inline = try? ResourceDocuments.read(Array(path.utf8)) {
                patches += inline
                continue
            }
            let bytes = try loader.load(path)
            do throws(KustomizeError) {
                patches += try ResourceDocuments.read(bytes)
            } catch {
                throw error.isMalformedYAML ? .inFile(path, error) : error
            }
        }
        if !text.isEmpty { patches += try ResourceDocuments.read(Array(text.utf8)) }
        guard !patches.isEmpty else { throw .emptyStrategicMergePatch(files: paths, patch: text) }
    }

    func transform(_ map: ResourceMap) throws(KustomizeError) {
        for patch in patches {
            let id = patch.originalID
            let target: Resource
            do throws(KustomizeError) {
                target = try map.resource(id)
            } catch {
                throw .noUniqueTarget(error, id: id.text)
            }
            try map.apply(patch: patch, to: [target], schema: context.mergeSchema())
        }
    }
}

/// Operations on JSON for the resources a target selects.
struct JSON6902Transformer {
    private let target: Selector
    private let operations: JSONPatchText

    init(_ configuration: JSONValue, loader: Loader) throws(KustomizeError) {
        guard let target = configuration["target"].map(Selector.init), !target.id.name.isEmpty else {
            throw .noTargetName
        }
        self.target = target
        let path = configuration.text("path")
        var text = configuration.text("jsonOp")
        guard !path.isEmpty || !text.isEmpty else { throw .noJSONPatchSource }
        if !path.isEmpty {
            guard text.isEmpty else { throw .twoJSONPatchSources }
            text = String(decoding: try loader.load(path), as: UTF8.self)
            guard !text.isEmpty else { throw .emptyPatchFile(path) }
        }
        do throws(KustomizeError) {
            operations = try JSONPatchText(text)
        } catch .patch(let error) {
            throw .during(.decodingJSONPatch(Self.json(text)), .patch(error))
        } catch .json(let error) {
            throw .during(.decodingJSONPatch(text), .json(error))
        } catch {
            throw error
        }
        guard !operations.isEmpty else { throw .emptyOperations(file: path, patch: Self.json(text)) }
    }

    /// The text as JSON, as kustomize holds it.
    private static func json(_ text: String) -> String {
        if text.hasPrefix("[") { return text }
        // It was read before.
        let value = (try? YAMLDecoder.decodeFirst(Array(text.utf8))) ?? .null
        return JSONWriter.text(value, style: JSONStyle(sortsKeys: true))
    }

    func transform(_ map: ResourceMap) throws(KustomizeError) {
        for resource in try map.select(target) { try operations.apply(to: resource) }
    }
}
