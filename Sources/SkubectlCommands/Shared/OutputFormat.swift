import CommandLineKit
import Renderers
import StdlibExtensions

/// The value of `-o`.
enum OutputFormat: Sendable, Hashable {
    /// The format for people, or the one-line result of a change.
    case standard
    case wide
    case json
    case yaml
    case name
    /// A word that is no format; refused when something is to be printed, as kubectl does.
    case unknown(String)

    /// Reads the word; kubectl does not mind upper case but for "wide".
    init(_ word: String) {
        self =
            switch (word, word.lowercased()) {
            case ("", _): .standard
            case ("wide", _): .wide
            case (_, "json"): .json
            case (_, "yaml"): .yaml
            case (_, "name"): .name
            default: .unknown(word)
            }
    }

    /// Whether the server's tables are printed.
    var isTable: Bool { self == .standard || self == .wide }

    /// The word of the flag.
    var word: String {
        switch self {
        case .standard: ""
        case .wide: "wide"
        case .json: "json"
        case .yaml: "yaml"
        case .name: "name"
        case .unknown(let word): word
        }
    }

    /// The printer of whole objects or names; throws where the format is none of `allowed`.
    ///
    /// - Parameter operation: What was done to the objects, for the standard format of commands that change them.
    func objectPrinter(
        operation: String? = nil, showsManagedFields: Bool, allowing allowed: [String]
    ) throws -> ObjectPrinter {
        if let error = refusal(allowing: allowed) { throw error }
        return switch self {
        case .json: ObjectPrinter(.json, showsManagedFields: showsManagedFields)
        case .yaml: ObjectPrinter(.yaml, showsManagedFields: showsManagedFields)
        case .standard: ObjectPrinter(namesWith: operation)
        case .name, .wide, .unknown: ObjectPrinter(namesWith: nil)
        }
    }

    /// The refusal of a format that a command does not have; nil for one of `allowed` and for none.
    ///
    /// kubectl: `error: unable to match a printer suitable for the output format "x", allowed formats are: …`.
    func refusal(allowing allowed: [String]) -> UsageError? {
        guard self != .standard, !allowed.contains(word) else { return nil }
        return .invalid(
            "unable to match a printer suitable for the output format \(word.goQuoted), "
                + "allowed formats are: \(allowed.joined(separator: ","))", hint: .none)
    }
}
