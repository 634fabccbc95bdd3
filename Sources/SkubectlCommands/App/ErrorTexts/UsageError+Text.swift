package import CommandLineKit
package import StdlibExtensions

extension UsageError {
    /// What kubectl prints on standard error for a command line it refuses, with the line end.
    ///
    /// - Parameters:
    ///   - program: the name the program was called by.
    ///   - path: the names of the command that refused, empty for the program itself.
    package func text(program: String, path: [String]) -> String {
        let command = ([program] + path).joined(separator: " ")
        if let problem = flagProblem {
            // kubectl words this hint in another way for `kubectl options`, whose help is empty.
            let hint =
                switch path {
                case ["options"]: "Run '\(command)' without flags."
                case ["diff"]: "See '\(command) -h' for help and examples"
                default: "See '\(command) --help' for usage."
                }
            return "error: \(problem)\n\(hint)\n"
        }
        return "\(commandProblem(program: program))\(hint(command))\n"
    }

    /// pflag's words; nil for the errors of cobra and kubectl.
    var flagProblem: String? {
        switch self {
        case .unknownFlag(let name):
            "unknown flag: --\(name)"
        case .unknownShorthand(let letter, let group):
            "unknown shorthand flag: \(Unicode.Scalar(letter).goQuoted) in -\(group)"
        case .badFlagSyntax(let argument):
            "bad flag syntax: \(argument)"
        case .missingValue(let name):
            "flag needs an argument: --\(name)"
        case .missingShorthandValue(let letter, let group):
            "flag needs an argument: \(Unicode.Scalar(letter).goQuoted) in -\(group)"
        case .invalidValue(let value, let flag, let reason):
            "invalid argument \(value.goQuoted) for \(flag.text.goQuoted) flag: \(reason.text(for: value))"
        default:
            nil
        }
    }

    private func commandProblem(program: String) -> String {
        switch self {
        case .unknownCommand(let name, let suggestions):
            let question = suggestions.isEmpty ? "" : "\n\nDid you mean this?"
            return "error: unknown command \(name.goQuoted) for \(program.goQuoted)" + question
                + suggestions.map { "\n\t" + $0 }.joined()
        case .flagsBeforeUnknownCommand(let argument):
            return "Error: flags cannot be placed before plugin name: \(argument)"
        case .unknownSubcommand(let names):
            return "error: unknown command \(names.joined(separator: " ").goQuoted)"
        case .missingRequiredFlags(let names):
            return "error: required flag(s) \(names.map { "\"\($0)\"" }.joined(separator: ", ")) not set"
        case .unexpectedArguments(let arguments):
            return "error: unexpected arguments: [\(arguments.joined(separator: " "))]"
        case .invalid(let sentence, _):
            return "error: \(sentence)"
        default:
            return ""
        }
    }

    private func hint(_ command: String) -> String {
        switch self {
        case .unknownSubcommand, .unexpectedArguments, .invalid(_, hint: .helpAndExamples):
            "\nSee '\(command) -h' for help and examples"
        default:
            ""
        }
    }
}

extension UsageNote {
    /// What kubectl prints on standard error, with the line end.
    package var text: String {
        switch self {
        case .deprecatedFlag(let name, let advice): "Flag --\(name) has been deprecated, \(advice)\n"
        }
    }
}

extension FlagName {
    fileprivate var text: String {
        shorthand.map { "-\($0), --\(name)" } ?? "--\(name)"
    }
}

extension InvalidFlagValue {
    fileprivate func text(for value: String) -> String {
        switch self {
        case .noBool: "strconv.ParseBool: parsing \(value.goQuoted): invalid syntax"
        case .noInteger: "strconv.ParseInt: parsing \(value.goQuoted): invalid syntax"
        case .integerOutOfRange: "strconv.ParseInt: parsing \(value.goQuoted): value out of range"
        case .duration(let error): error.text(for: value)
        case .unparsable: "parse error"
        case .list(let error): error.text
        case .noPair(let pair): "\(pair) must be formatted as key=value"
        case .malformedPair: "malformed pair, expect string=string"
        case .noModulePattern: "syntax error: expect comma-separated list of filename=N"
        case .negativeModuleLevel: "negative value for vmodule level"
        }
    }
}

extension GoDurationError {
    /// The words of Go's `time.ParseDuration` for a text that is no duration.
    package func text(for value: String) -> String {
        switch self {
        case .invalid: "time: invalid duration \(Self.quoted(value))"
        case .missingUnit: "time: missing unit in duration \(Self.quoted(value))"
        case .unknownUnit(let unit): "time: unknown unit \(Self.quoted(unit)) in duration \(Self.quoted(value))"
        }
    }

    /// Go's time package quotes in a way of its own: every byte that is not ASCII becomes `\xNN`.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                result += "\\"
            }
            if byte < 0x20 || byte >= 0x80 {
                result += "\\x" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16)
            } else {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return result + "\""
    }
}

extension CSVError {
    fileprivate var text: String {
        switch self {
        case .bareQuote(let position): position.text + "bare \" in non-quoted-field"
        case .strayQuote(let position): position.text + "extraneous or missing \" in quoted-field"
        case .noRecord: "EOF"
        }
    }
}

extension CSVPosition {
    fileprivate var text: String {
        let place = "parse error on line \(line), column \(column): "
        return startLine == line ? place : "record on line \(startLine); " + place
    }
}
