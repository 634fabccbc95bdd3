import JSONModel

/// What a patch must leave alone (apimachinery's `mergepatch.PreconditionFunc`).
package enum PatchPrecondition: Sendable, Hashable {
    /// A member of the object: "kind".
    case unchanged(String)
    /// A member of its `metadata`: "name".
    case unchangedMetadata(String)

    /// What `apply` and others demand: the kind and the name stay.
    package static let sameObject: [PatchPrecondition] = [
        .unchanged("apiVersion"), .unchanged("kind"), .unchangedMetadata("name"),
    ]

    /// Whether a patch leaves it alone.
    func holds(for patch: JSONObject) -> Bool {
        switch self {
        case .unchanged(let key): !patch.contains(key: key)
        case .unchangedMetadata(let key): !(patch["metadata"]?.object?.contains(key: key) ?? false)
        }
    }
}

extension [PatchPrecondition] {
    /// Throws where a patch does what it must not.
    func check(_ patch: JSONObject) throws(PatchError) {
        if !allSatisfy({ $0.holds(for: patch) }) { throw .preconditionFailed(patch) }
    }
}
