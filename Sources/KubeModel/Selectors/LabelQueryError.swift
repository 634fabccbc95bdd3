/// Why a text is no label selector.
///
/// kubectl: `the provided selector "a b" is not valid: ` and what is given with each case.
package enum LabelQueryError: Error, Hashable {
    /// Something else stands where something is expected.
    ///
    /// kubectl: `found 'x', expected: ',' or 'end of string'`, with `unable to parse requirement: ` before it inside of a
    /// requirement, and without a comma before `expected: '('`.
    case unexpected(String, Expectation)
    /// A key that no label can have; kubectl: `unable to parse requirement: <nil>: Invalid value: "-a": name part must…`
    case invalidKey(String, [LabelFault])
    /// Values that no label can have, or that are no numbers where these are compared.
    ///
    /// kubectl: `unable to parse requirement: values[0][a]: Invalid value: "-b": a valid label must be…`
    case invalidValues(key: String, [InvalidValue])

    /// What could stand in a place, for which kubectl has these words.
    package enum Expectation: String, Sendable, Hashable {
        case requirement = "!, identifier, or 'end of string'"
        case separator = "',' or 'end of string'"
        case nextRequirement = "identifier after ','"
        case key = "identifier"
        case comparison = "in, notin, =, ==, !=, gt, lt"
        case openingParenthesis = "'('"
        case firstListValue = "',', ')' or identifier"
        case listValue = "',', or identifier"
        case listSeparator = "',' or ')'"

        /// Whether this is inside of a requirement.
        package var isInRequirement: Bool {
            switch self {
            case .requirement, .separator, .nextRequirement: false
            default: true
            }
        }
    }

    /// A value with its place among the values in their order, and what is wrong with it.
    package struct InvalidValue: Sendable, Hashable {
        package let index: Int
        package let value: String
        package let fault: LabelFault

        package init(index: Int, value: String, fault: LabelFault) {
            self.index = index
            self.value = value
            self.fault = fault
        }
    }
}

/// What is wrong with the key or the value of a label (apimachinery's validation).
package enum LabelFault: Sendable, Hashable {
    /// More than one slash in a key.
    case keyForm
    case emptyPrefix
    /// More than 253 bytes before the slash of a key.
    case longPrefix
    /// No DNS subdomain before the slash of a key.
    case prefixForm
    case emptyName
    /// More than 63 bytes.
    case longName
    case nameForm
    /// More than 63 bytes.
    case longValue
    case valueForm
    /// No integer where one is compared.
    case noInteger
}
