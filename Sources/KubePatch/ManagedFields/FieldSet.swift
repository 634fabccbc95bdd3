package import JSONModel

/// A set of an object's fields as `metadata.managedFields` has it in `fieldsV1` (structured-merge-diff's `fieldpath.Set`).
///
/// The members of the JSON object are steps: `f:NAME`, `k:{…}`, `v:…`, `i:N`. A field is in the set where its own object is
/// empty or has the member `.`; what else stands in that object are the fields below it.
package struct FieldSet: Sendable, Hashable {
    /// The set in the form of `fieldsV1`.
    package let fields: JSONObject

    package init(_ fields: JSONObject) {
        self.fields = fields
    }

    private static let itself = "."

    /// Whether the field reached by the names `path` is in the set.
    package func contains(_ path: [String]) -> Bool {
        var fields = fields
        for name in path {
            guard let below = fields["f:\(name)"]?.object else { return false }
            fields = below
        }
        return fields.isEmpty || fields.contains(key: Self.itself)
    }

    /// The fields that are in one of both sets.
    package func union(_ other: FieldSet) -> FieldSet {
        FieldSet(Self.union(fields, other.fields))
    }

    private static func union(_ left: JSONObject, _ right: JSONObject) -> JSONObject {
        var union = left
        for (step, below) in right {
            guard let own = union[step]?.object, let below = below.object else {
                union[step] = below
                continue
            }
            union[step] = .object(joined(own, below))
        }
        return union
    }

    /// The fields at and below one step; an empty object stands for the step alone.
    private static func joined(_ left: JSONObject, _ right: JSONObject) -> JSONObject {
        if left.isEmpty, right.isEmpty { return left }
        var union = union(left, right)
        if left.isEmpty || right.isEmpty { union[itself] = [:] }
        return union.keys == [itself] ? JSONObject() : union
    }
}
