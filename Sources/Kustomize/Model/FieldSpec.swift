import StdlibExtensions

/// Which field of which kinds a transformer is about.
struct FieldSpec: Hashable {
    var kind = ResourceKind()
    /// The names on the way to the field, with slashes between them: `spec/template/metadata/labels`.
    var path: String
    /// Whether the field is made where it is missing.
    var creates = false

    /// Whether a specification of the same field for these kinds, or for more of them, is `other`.
    fileprivate func isCovered(by other: FieldSpec) -> Bool {
        path == other.path && kind.isSelected(by: other.kind)
    }
}

extension [FieldSpec] {
    /// Adds what is not there yet; two that differ in nothing but `create` are in conflict.
    mutating func merge(_ specs: [FieldSpec]) throws(KustomizeError) {
        for spec in specs { try merge(spec) }
    }

    mutating func merge(_ spec: FieldSpec) throws(KustomizeError) {
        if let known = first(where: { $0.isCovered(by: spec) }) {
            guard known.creates == spec.creates else { throw .conflictingFieldSpecs }
        } else {
            append(spec)
        }
    }

    /// Sorts as kustomize does, by kind.
    mutating func sortByKind() {
        goSort { $0.kind.precedes($1.kind) }
    }
}
