package import JSONModel

/// JSON merge patches (RFC 7386), as evanphx/json-patch and apimachinery's `jsonmergepatch` make and apply them.
package enum JSONMergePatch {
    // MARK: - Applying

    /// The object with a patch applied: members of null are removed, objects are merged, all else is replaced.
    ///
    /// New members come behind the old ones. As in evanphx/json-patch, members of null are also dropped from objects
    /// in the lists of a patch.
    package static func applying(_ patch: JSONObject, to object: JSONObject) -> JSONObject {
        var merged = object
        for (key, change) in patch {
            if change.isNull {
                merged[key] = nil
            } else if let old = merged[key], !old.isNull {
                merged[key] = replacement(of: old, by: change)
            } else {
                merged[key] = change.withoutNullMembers()
            }
        }
        return merged
    }

    private static func replacement(of old: JSONValue, by change: JSONValue) -> JSONValue {
        guard let old = old.object else { return change.withoutNullMembers() }
        return change.object.map { .object(applying($0, to: old)) } ?? change
    }

    /// The value with a patch applied; a patch that is no object takes the value's place.
    package static func applying(_ patch: JSONValue, to value: JSONValue) throws(PatchError) -> JSONValue {
        if value.isNull { throw .invalidDocument }
        switch (patch, value) {
        case (.object(let patch), .object(let object)): return .object(applying(patch, to: object))
        case (.object, _), (.array, _): return patch.withoutNullMembers()
        default: throw .invalidPatch
        }
    }

    // MARK: - Making

    /// The patch that makes `modified` of `original`; an empty object where nothing differs.
    ///
    /// Members that are null in `modified` count as removed once the patch is applied.
    package static func between(_ original: JSONObject, _ modified: JSONObject) -> JSONObject {
        var patch = JSONObject()
        for (key, value) in modified {
            guard let old = original[key] else {
                patch[key] = value
                continue
            }
            if let oldObject = old.object, let newObject = value.object {
                let inner = between(oldObject, newObject)
                if !inner.isEmpty { patch[key] = .object(inner) }
            } else if !old.isSameJSON(as: value) {
                patch[key] = value
            }
        }
        for (key, _) in original where !modified.contains(key: key) { patch[key] = .null }
        return patch
    }

    /// The patch that brings `modified` to a live object: its additions and changes against the current version, and
    /// removals of what was applied last and is no more.
    package static func between(
        _ versions: PatchVersions, preconditions: [PatchPrecondition] = []
    ) throws(PatchError) -> JSONObject {
        let changes = filtered(between(versions.current, versions.modified), keepsNulls: false)
        let deletions = filtered(between(versions.original, versions.modified), keepsNulls: true)
        if haveConflicts(.object(changes), .object(deletions)) {
            throw .conflict(patch: changes, changes: deletions)
        }
        let patch = applying(changes, to: deletions)
        try preconditions.check(patch)
        return patch
    }

    /// Either the removals of a patch alone or all but them (apimachinery's `keepOrDeleteNullInObj`).
    private static func filtered(_ patch: JSONObject, keepsNulls: Bool) -> JSONObject {
        var kept = JSONObject()
        for (key, value) in patch {
            switch value {
            case .null: if keepsNulls { kept[key] = .null }
            case .object(let object) where !object.isEmpty:
                let inner = filtered(object, keepsNulls: keepsNulls)
                if !inner.isEmpty { kept[key] = .object(inner) }
            default: if !keepsNulls { kept[key] = value }
            }
        }
        return kept
    }

    /// Whether two patches change the same in different ways (apimachinery's `mergepatch.HasConflicts`).
    private static func haveConflicts(_ left: JSONValue, _ right: JSONValue) -> Bool {
        switch (left, right) {
        case (.object(let left), .object(let right)):
            left.contains { key, mine in right[key].map { haveConflicts(mine, $0) } ?? false }
        case (.array(let left), .array(let right)):
            left.count != right.count || zip(left, right).contains { haveConflicts($0, $1) }
        default: !left.isEqual(to: right)
        }
    }
}

extension JSONValue {
    /// Whether both mean the same where numbers are doubles, as `encoding/json` reads them without a type.
    fileprivate func isSameJSON(as other: JSONValue) -> Bool {
        switch (self, other) {
        case (.number(let left), .number(let right)):
            // Integers are told apart even where doubles could not.
            left.int64 != nil && right.int64 != nil ? left.int64 == right.int64 : left.double == right.double
        case (.array(let left), .array(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.isSameJSON(as: $1) }
        case (.object(let left), .object(let right)):
            left.count == right.count
                && left.allSatisfy { key, value in right[key].map { value.isSameJSON(as: $0) } ?? false }
        default: isEqual(to: other)
        }
    }
}
