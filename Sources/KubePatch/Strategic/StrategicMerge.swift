import JSONModel

/// Merges a strategic merge patch into an object, or into another patch (apimachinery's `mergeMap`).
struct StrategicMerge {
    /// Whether the directives are carried out and nulls without a counterpart dropped, as where the result is an
    /// object; where it is a patch they are kept.
    let appliesDirectives: Bool

    /// `original` with `patch` merged into it.
    func merge(
        _ patch: JSONObject, into original: JSONObject, _ schema: any PatchSchema
    ) throws(PatchError) -> JSONObject {
        var (original, patch) = (original, patch)
        if let directive = patch.removeValue(forKey: PatchDirective.marker) {
            switch directive.string {
            case PatchDirective.replace: return patch
            case PatchDirective.delete: return [:]
            default:
                patch[PatchDirective.marker] = directive
                throw .unknownDirective(directive, in: patch)
            }
        }
        try applyRetainKeys(of: &patch, to: &original)
        try mergeOrderedLists(of: &patch, into: &original, schema)
        for (key, value) in patch {
            try mergeMember(key, value, into: &original, schema)
        }
        return original
    }

    private func mergeMember(
        _ key: String, _ value: JSONValue, into original: inout JSONObject, _ schema: any PatchSchema
    ) throws(PatchError) {
        var key = key
        var isDeletion = false
        if key.hasPrefix(PatchDirective.deleteFromPrimitiveList) {
            guard appliesDirectives else {
                original[key] = value
                return
            }
            guard let field = PatchDirective.field(of: key, after: PatchDirective.deleteFromPrimitiveList) else {
                throw .malformedPrimitiveList
            }
            isDeletion = true
            key = field
        }
        if value.isNull {
            original[key] = nil
            if appliesDirectives { return }
        }
        guard let old = original[key] else {
            if !isDeletion { original[key] = taken(value) }
            return
        }
        switch (old, value) {
        case (.object(let old), .object(let new)):
            let field = try schema.map(key)
            let isReplaced = try field.strategy().name == PatchDirective.replace
            original[key] = .object(isReplaced ? new : try merge(new, into: old, field.schema))
        case (.array(var old), .array(let new)):
            original[key] = .array(try mergedList(new, into: &old, schema.list(key), isDeletion: isDeletion))
        default:
            if GoType(old) == GoType(value) {
                original[key] = value
            } else if !isDeletion {
                original[key] = taken(value)
            }
        }
    }

    /// A value of the patch as it comes into the result; nil where it is only an order.
    private func taken(_ value: JSONValue) -> JSONValue? {
        (appliesDirectives ? value.withoutNullMembers() : value).withoutDirectives()
    }

    /// Clears the members that the patch does not say to keep (apimachinery's `applyRetainKeysDirective`).
    private func applyRetainKeys(of patch: inout JSONObject, to original: inout JSONObject) throws(PatchError) {
        guard let directive = patch.removeValue(forKey: PatchDirective.retainKeys) else { return }
        guard appliesDirectives else {
            if let own = original[PatchDirective.retainKeys] {
                if !own.isEqual(to: directive) { throw .differentRetainKeys(own, directive) }
            } else {
                original[PatchDirective.retainKeys] = directive
            }
            return
        }
        guard let list = directive.array else { throw .malformedRetainKeys }
        let kept = Set(list.compactMap(\.string).map { Array($0.utf8) })
        for (key, value) in patch {
            if value.isNull || key.hasPrefix(PatchDirective.deleteFromPrimitiveList)
                || key.hasPrefix(PatchDirective.setElementOrder)
            {
                continue
            }
            if !kept.contains(Array(key.utf8)) { throw .malformedRetainKeys }
        }
        original.removeAll { !kept.contains(Array($0.key.utf8)) }
    }
}

extension JSONValue {
    /// The value without what is only an order; nil where it is nothing else (apimachinery's `removeDirectives`).
    func withoutDirectives() -> JSONValue? {
        switch self {
        case .array(let elements):
            return .array(elements.compactMap { $0.withoutDirectives() })
        case .object(let object):
            if object.contains(key: PatchDirective.marker) { return nil }
            var kept = JSONObject()
            for (key, value) in object { kept[key] = value.withoutDirectives() }
            return .object(kept)
        default: return self
        }
    }

    /// The value without members of null, however deep (apimachinery's `discardNullValuesFromPatch`).
    func withoutNullMembers() -> JSONValue {
        switch self {
        case .array(let elements): return .array(elements.map { $0.withoutNullMembers() })
        case .object(var object):
            object.removeAll { $0.value.isNull }
            return .object(object.mapValues { $0.withoutNullMembers() })
        default: return self
        }
    }
}
