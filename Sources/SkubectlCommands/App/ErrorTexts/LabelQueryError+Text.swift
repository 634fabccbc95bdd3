import KubeModel
import StdlibExtensions

extension LabelQueryError {
    /// apimachinery's sentence.
    var message: String {
        switch self {
        case .unexpected(let found, .openingParenthesis):
            "unable to parse requirement: found '\(found)' expected: '('"
        case .unexpected(let found, let expectation):
            (expectation.isInRequirement ? "unable to parse requirement: " : "")
                + "found '\(found)', expected: \(expectation.rawValue)"
        case .invalidKey(let key, let faults):
            "unable to parse requirement: <nil>: Invalid value: \(key.goQuoted): \(Self.message(faults))"
        case .invalidValues(let key, let values):
            "unable to parse requirement: \(Self.aggregate(Self.messages(key, values)))"
        }
    }

    /// Several messages as Go's aggregated errors have them.
    static func aggregate(_ messages: [String]) -> String {
        messages.count == 1 ? messages[0] : "[\(messages.joined(separator: ", "))]"
    }

    /// All that is wrong with a key.
    static func message(_ faults: [LabelFault]) -> String {
        faults.map(\.message).joined(separator: "; ")
    }

    /// What is wrong with values, one by one.
    static func messages(_ key: String, _ values: [InvalidValue]) -> [String] {
        var messages: [String] = []
        // All that is wrong with the form of one value is one message.
        for value in values {
            let place = value.fault == .noInteger ? "values[\(value.index)]" : "values[\(value.index)][\(key)]"
            let beginning = "\(place): Invalid value: \(value.value.goQuoted): "
            if let last = messages.last, last.hasPrefix(beginning) {
                messages[messages.count - 1] = "\(last); \(value.fault.message)"
            } else {
                messages.append(beginning + value.fault.message)
            }
        }
        return messages
    }
}

extension LabelFault {
    private static let nameForm =
        "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character"
        + " (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is "
        + "'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"

    /// apimachinery's words.
    var message: String {
        switch self {
        case .keyForm:
            "a valid label key \(Self.nameForm) with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')"
        case .emptyPrefix: "prefix part must be non-empty"
        case .longPrefix: "prefix part must be no more than 253 bytes"
        case .prefixForm:
            "prefix part a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', "
                + "and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is "
                + "'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"
        case .emptyName: "name part must be non-empty"
        case .longName: "name part must be no more than 63 bytes"
        case .nameForm: "name part \(Self.nameForm)"
        case .longValue: "must be no more than 63 bytes"
        case .valueForm:
            "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start "
                + "and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for "
                + "validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')"
        case .noInteger: "for 'Gt', 'Lt' operators, the value must be an integer"
        }
    }
}
