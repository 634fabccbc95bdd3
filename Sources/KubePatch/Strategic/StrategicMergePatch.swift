package import JSONModel

/// Strategic merge patches: merge patches that know which lists are merged, and by what.
///
/// The rules, with their order of lists and their errors, are those of apimachinery's `strategicpatch`. Members of
/// results stand in no particular order; kubectl writes objects with their keys sorted.
package enum StrategicMergePatch {
    /// How deeply objects may be nested.
    private static let depthLimit = 1_000

    /// The patch that makes `modified` of `original`; empty where nothing differs.
    package static func between(
        _ original: JSONObject, _ modified: JSONObject, schema: any PatchSchema
    ) throws(PatchError) -> JSONObject {
        try checkDepth(of: original, modified)
        return try StrategicDiff(setsElementOrder: true).patch(original, modified, schema)
    }

    /// The patch that makes `modified` of `original`, where it leaves alone what `preconditions` demand.
    package static func between(
        _ original: JSONObject, _ modified: JSONObject, schema: any PatchSchema, preconditions: [PatchPrecondition]
    ) throws(PatchError) -> JSONObject {
        let patch = try between(original, modified, schema: schema)
        try preconditions.check(patch)
        return patch
    }

    /// The patch that brings `modified` to a live object: its additions and changes against `current`, and removals of
    /// what stands in `original` and no more in `modified`.
    ///
    /// - Parameters:
    ///   - original: What was applied last; empty for nothing.
    ///   - overwrites: Whether changes that somebody else made since may be undone; otherwise they are a conflict.
    package static func between(
        _ versions: PatchVersions, schema: any PatchSchema, overwrites: Bool,
        preconditions: [PatchPrecondition] = []
    ) throws(PatchError) -> JSONObject {
        try checkDepth(of: versions.original, versions.modified, versions.current)
        let additions = try StrategicDiff(setsElementOrder: true, ignoresDeletions: true)
            .patch(versions.current, versions.modified, schema)
        let deletions = try StrategicDiff(setsElementOrder: true, ignoresChanges: true)
            .patch(versions.original, versions.modified, schema)
        let patch = try StrategicMerge(appliesDirectives: false).merge(additions, into: deletions, schema)
        try preconditions.check(patch)
        if !overwrites {
            let changes = try StrategicDiff().patch(versions.original, versions.current, schema)
            if try StrategicConflicts.areBetween(patch, changes, schema) {
                throw .conflict(patch: patch, changes: changes)
            }
        }
        return patch
    }

    /// The object with a patch applied.
    package static func applying(
        _ patch: JSONObject, to object: JSONObject, schema: any PatchSchema
    ) throws(PatchError) -> JSONObject {
        try checkDepth(of: object, patch)
        return try StrategicMerge(appliesDirectives: true).merge(patch, into: object, schema)
    }

    /// One patch that does what `patches` do one after the other; it keeps their nulls and directives.
    package static func merging(
        _ patches: [JSONObject], schema: any PatchSchema
    ) throws(PatchError) -> JSONObject {
        var merged = JSONObject()
        for patch in patches {
            try checkDepth(of: patch)
            merged = try StrategicMerge(appliesDirectives: false).merge(patch, into: merged, schema)
        }
        return merged
    }

    /// Whether two patches change the same in different ways.
    package static func conflict(
        _ left: JSONObject, _ right: JSONObject, schema: any PatchSchema
    ) throws(PatchError) -> Bool {
        try checkDepth(of: left, right)
        return try StrategicConflicts.areBetween(left, right, schema)
    }

    private static func checkDepth(of objects: JSONObject...) throws(PatchError) {
        if objects.contains(where: { JSONValue.object($0).isNested(deeperThan: depthLimit) }) {
            throw .tooDeep(limit: depthLimit)
        }
    }
}

/// The three versions of an object that a patch of three ways is made of.
package struct PatchVersions: Sendable, Hashable {
    /// What was applied last; empty for nothing.
    package let original: JSONObject
    /// What is to be.
    package let modified: JSONObject
    /// What is.
    package let current: JSONObject

    package init(original: JSONObject, modified: JSONObject, current: JSONObject) {
        self.original = original
        self.modified = modified
        self.current = current
    }
}
