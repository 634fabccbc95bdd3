import JSONModel
import YAMLCodec

/// Copies values of fields to fields of other resources.
struct ReplacementTransformer {
    private var replacements: [Replacement] = []

    /// Takes the entries of `replacements:`, some of which may name files.
    init(_ entries: [JSONValue], loader: Loader) throws(KustomizeError) {
        for entry in entries {
            let path = entry.text("path")
            guard !path.isEmpty else {
                replacements.append(Replacement(entry))
                continue
            }
            if entry["source"] != nil || !(entry["targets"]?.array ?? []).isEmpty { throw .replacementWithPath }
            let bytes = try loader.load(path)
            let value: JSONValue
            do throws(YAMLError) { value = try YAMLDecoder.decodeFirst(bytes) } catch { throw .yaml(error) }
            let shape = FieldShape.structure("types.Replacement", FieldShape.replacement)
            switch value {
            case .array(let elements):
                for element in elements { replacements.append(Replacement(try shape.read(element, isLenient: true))) }
            case .object: replacements.append(Replacement(try shape.read(value, isLenient: true)))
            default: throw .unsupportedReplacement(value.goKind)
            }
        }
    }

    func transform(_ map: ResourceMap) throws(KustomizeError) {
        for replacement in replacements {
            guard replacement.source != nil || replacement.sourceValue != nil, let targets = replacement.targets else {
                throw .incompleteReplacement
            }
            let value = try replacement.value(in: map.resources)
            for target in targets { try apply(value, to: target, in: map.resources) }
        }
        map.dropEmpties()
    }

    private func apply(
        _ value: YAMLNode, to target: Replacement.Target, in resources: [Resource]
    ) throws(KustomizeError) {
        guard let selector = target.select else { throw .replacementTargetWithoutSelect }
        let select: SelectorPatterns
        var rejects: [(Selector, SelectorPatterns)] = []
        do throws(KustomizeError) {
            select = try SelectorPatterns(selector)
            for reject in target.reject { rejects.append((reject, try SelectorPatterns(reject))) }
        } catch {
            throw .during(.creatingTargetSelector, error)
        }
        for resource in resources {
            guard try selector.matchesLabels(of: resource) else { continue }
            var isRejected = false
            for (reject, _) in rejects where !(reject.annotationSelector.isEmpty && reject.labelSelector.isEmpty) {
                if try reject.matchesLabels(of: resource) { isRejected = true }
            }
            let ids = resource.allIDs
            for (reject, patterns) in rejects where !reject.hasNoID {
                if ids.contains(where: { patterns.matches($0) }) { isRejected = true }
            }
            guard !isRejected, ids.contains(where: { select.matches($0) }), let node = resource.node else { continue }
            try target.copy(value, to: node)
        }
    }
}

extension SelectorPatterns {
    /// Whether kind, name and namespace match.
    fileprivate func matches(_ id: ResourceID) -> Bool {
        matches(kind: id.kind) && matches(name: id.name) && matches(namespace: id.namespace)
    }
}

extension Resource {
    /// What the resource is called, and what it was called before.
    var allIDs: [ResourceID] {
        [ResourceID(unscoped: kind, name: name, namespace: namespace)] + previousIDs
    }
}

extension JSONValue {
    /// Go's reflect kind of the value.
    fileprivate var goKind: String {
        switch self {
        case .null: "invalid"
        case .bool: "bool"
        case .number: "float64"
        case .string: "string"
        case .array: "slice"
        case .object: "map"
        }
    }
}
