/// What a strategic merge patch must know of the fields of an object: how each of them is merged.
///
/// The protocol is that of apimachinery's `LookupPatchMeta`: a field is looked up as a map or as a list, and the answer
/// holds the schema of what stands in it.
package protocol PatchSchema: Sendable {
    /// What is known of a field whose value is an object.
    func map(_ field: String) throws(PatchError) -> PatchField
    /// What is known of a field whose value is a list; its schema is that of the elements.
    func list(_ field: String) throws(PatchError) -> PatchField
    /// The name by which error messages call it.
    var name: String { get }
}

/// How one field is merged, and what is known of the fields inside.
package struct PatchField: Sendable {
    /// The schema of the value, of a list that of its elements.
    package let schema: any PatchSchema
    /// The words of `patchStrategy`: `merge`, `replace`, `retainKeys`.
    package let strategies: [String]
    /// The member that tells a list's objects apart; empty for none.
    package let mergeKey: String

    package init(_ schema: any PatchSchema, strategies: [String] = [], mergeKey: String = "") {
        self.schema = schema
        self.strategies = strategies
        self.mergeKey = mergeKey
    }

    /// The strategies as Go splits their text, `a,b`; an empty text is one empty strategy.
    static func split(_ strategies: String) -> [String] {
        strategies.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }

    /// Whether members that are not named are to go, and the strategy besides (apimachinery's
    /// `extractRetainKeysPatchStrategy`).
    func strategy() throws(PatchError) -> (retainsKeys: Bool, name: String) {
        let retainKeys = "retainKeys"
        switch strategies.count {
        case 0: return (false, "")
        case 1: return strategies[0] == retainKeys ? (true, "") : (false, strategies[0])
        case 2 where strategies[0] == retainKeys: return (true, strategies[1])
        case 2 where strategies[1] == retainKeys: return (true, strategies[0])
        default: throw .unexpectedStrategy(strategies)
        }
    }
}

/// The schema of what nothing is known of: every field is allowed, objects are merged, lists are replaced.
package struct UnknownPatchSchema: PatchSchema {
    package init() {}

    package func map(_ field: String) throws(PatchError) -> PatchField { PatchField(self) }
    package func list(_ field: String) throws(PatchError) -> PatchField { PatchField(self) }
    package var name: String { "" }
}
