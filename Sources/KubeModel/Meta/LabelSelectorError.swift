/// Why a selector that an object carries cannot be used.
package enum LabelSelectorError: Error, Hashable {
    /// kubectl: `"Near" is not a valid label selector operator`.
    case unknownOperator(String)
    /// All that is wrong with one requirement.
    case invalidRequirement(key: String, keyFaults: [LabelFault], Count?, [LabelQueryError.InvalidValue])

    /// A wrong number of values.
    package enum Count: Sendable, Hashable {
        /// kubectl: `values: Invalid value: null: for 'in', 'notin' operators, values set can't be empty`.
        case missing
        /// kubectl: `values: Invalid value: ["a"]: values set must be empty for exists and does not exist`.
        case superfluous([String])
    }
}
