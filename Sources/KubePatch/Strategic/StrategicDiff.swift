import JSONModel

/// Makes strategic merge patches out of two versions of an object (apimachinery's `diffMaps`).
struct StrategicDiff {
    /// Whether the patch says in which order lists shall be.
    var setsElementOrder = false
    /// Whether only what is gone counts.
    var ignoresChanges = false
    /// Whether what is gone does not count.
    var ignoresDeletions = false
    /// Whether the patch names all members that shall stay.
    var buildsRetainKeys = false

    /// The patch from `original` to `modified`.
    func patch(
        _ original: JSONObject, _ modified: JSONObject, _ schema: any PatchSchema
    ) throws(PatchError) -> JSONObject {
        var patch = JSONObject()
        var retained: [JSONValue] = []
        for (key, new) in modified {
            if buildsRetainKeys && !new.isNull { retained.append(.string(key)) }
            guard let old = original[key] else {
                if !ignoresChanges { patch[key] = new }
                continue
            }
            if key == PatchDirective.marker {
                guard let oldText = old.string, let newText = new.string else { throw .directiveNotString }
                if oldText != newText { patch[key] = new }
                continue
            }
            switch (old, new) {
            case (.object(let old), .object(let new)):
                try addMap(key, old, new, to: &patch, schema)
            case (.array(let old), .array(let new)):
                try addList(key, old, new, to: &patch, schema)
            default:
                if !ignoresChanges && !old.isEqual(to: new) { patch[key] = new }
            }
        }
        if !ignoresDeletions {
            for (key, _) in original where !modified.contains(key: key) { patch[key] = .null }
        }
        if !retained.isEmpty, !patch.isEmpty || original.contains(where: { !$1.isNull && !modified.contains(key: $0) })
        {
            patch[PatchDirective.retainKeys] = .array(retained.sortedScalars())
        }
        return patch
    }

    private func addMap(
        _ key: String, _ old: JSONObject, _ new: JSONObject, to patch: inout JSONObject, _ schema: any PatchSchema
    ) throws(PatchError) {
        let field: PatchField
        do { field = try schema.map(key) } catch {
            // What is not known of a field does not matter where it stays the same.
            if JSONValue.object(old).isEqual(to: .object(new)) { return }
            throw error
        }
        let strategy = try field.strategy()
        if strategy.name == PatchDirective.replace {
            if !ignoresChanges { patch[key] = .object(new) }
            return
        }
        var diff = self
        diff.buildsRetainKeys = strategy.retainsKeys
        let inner = try diff.patch(old, new, field.schema)
        if !inner.isEmpty { patch[key] = .object(inner) }
    }

    private func addList(
        _ key: String, _ old: [JSONValue], _ new: [JSONValue], to patch: inout JSONObject, _ schema: any PatchSchema
    ) throws(PatchError) {
        let field: PatchField
        do { field = try schema.list(key) } catch {
            if JSONValue.array(old).isEqual(to: .array(new)) { return }
            throw error
        }
        let strategy = try field.strategy()
        guard strategy.name == PatchDirective.merge else {
            if !ignoresChanges && !JSONValue.array(old).isEqual(to: .array(new)) { patch[key] = .array(new) }
            return
        }
        var diff = self
        diff.buildsRetainKeys = strategy.retainsKeys
        let lists = try diff.lists(old, new, field)
        if !lists.changes.isEmpty { patch[key] = .array(lists.changes) }
        if !lists.deletions.isEmpty {
            patch["\(PatchDirective.deleteFromPrimitiveList)/\(key)"] = .array(lists.deletions)
        }
        if !lists.order.isEmpty { patch["\(PatchDirective.setElementOrder)/\(key)"] = .array(lists.order) }
    }
}
