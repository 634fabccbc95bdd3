import CommandLineKit
import KubeClient
import StdlibExtensions

/// What becomes of fields that the server does not know (`--validate`).
enum FieldValidation: String, Sendable, Hashable {
    case strict = "Strict"
    case warn = "Warn"
    case ignore = "Ignore"

    /// Reads the flag's value, with the booleans kubectl once took.
    init(_ word: String) throws(UsageError) {
        switch word {
        case "strict": self = .strict
        case "warn": self = .warn
        case "ignore": self = .ignore
        default:
            guard let isOn = Bool(goText: word) else {
                throw .invalid(
                    "invalid - validate option \(word.goQuoted); must be one of: strict (or true), warn, "
                        + "ignore (or false)", hint: .none)
            }
            self = isOn ? .strict : .ignore
        }
    }

    /// Asks servers that can check by themselves to do so; others pass it over.
    var parameter: APIRequest.Parameter { APIRequest.Parameter("fieldValidation", rawValue) }
}
