/// Splits a command's arguments into flags and positional arguments by pflag's rules.
///
/// Flags and positional arguments may be mixed; `--` ends the flags. A long flag takes its value after `=` or from the
/// next argument, a short one also without a space; short flags without a value can be joined (`-Aowide`).
struct FlagParser {
    private let flags: FlagSet
    private var rest: ArraySlice<String>
    private var result = ParsedFlags()

    private init(_ arguments: some Sequence<String>, flags: FlagSet, presets: FlagPresets) {
        self.flags = flags
        rest = Array(arguments)[...]
        result.values = presets.values
    }

    /// Parses the arguments that follow the names of the command.
    ///
    /// - Parameter presets: the values flags have before.
    static func parse(
        _ arguments: some Sequence<String>, flags: FlagSet, presets: FlagPresets = FlagPresets()
    ) throws(UsageError) -> ParsedFlags {
        var parser = FlagParser(arguments, flags: flags, presets: presets)
        try parser.run()
        return parser.result
    }

    private mutating func run() throws(UsageError) {
        while let argument = rest.popFirst() {
            let bytes = argument.utf8
            guard bytes.count > 1, bytes.first == UInt8(ascii: "-") else {
                result.positionals.append(argument)
                continue
            }
            if argument == "--" {
                result.positionalsBeforeDash = result.positionals.count
                result.positionals += rest
                return
            }
            if argument.hasPrefix("--") {
                try parseLong(argument)
            } else {
                try parseShort(Array(bytes.dropFirst())[...])
            }
        }
    }

    private mutating func parseLong(_ argument: String) throws(UsageError) {
        let body = argument.dropFirst(2)
        guard let first = body.utf8.first, first != UInt8(ascii: "-"), first != UInt8(ascii: "=") else {
            throw .badFlagSyntax(argument)
        }
        let equals = body.utf8.firstIndex(of: UInt8(ascii: "="))
        let name = String(equals.map { body[..<$0] } ?? body)
        guard let flag = flags.definition(named: name) else { throw .unknownFlag(name) }
        if let equals {
            try set(flag, String(body[body.utf8.index(after: equals)...]))
        } else if let implied = flag.impliedText {
            try set(flag, implied)
        } else if let next = rest.popFirst() {
            try set(flag, next)
        } else {
            throw .missingValue(name)
        }
    }

    private mutating func parseShort(_ letters: ArraySlice<UInt8>) throws(UsageError) {
        var letters = letters
        // pflag passes over the flags of Go's test runner, such as `-test.v`, wherever they stand.
        while let letter = letters.first, !letters.starts(with: "test.".utf8) {
            let group = { (bytes: ArraySlice<UInt8>) in String(decoding: bytes, as: UTF8.self) }
            guard let flag = flags.definition(shorthand: letter) else {
                throw .unknownShorthand(letter, group: group(letters))
            }
            let attached = letters.dropFirst()
            if attached.count > 1, attached.first == UInt8(ascii: "=") {
                return try set(flag, group(attached.dropFirst()))
            } else if let implied = flag.impliedText {
                try set(flag, implied)
                letters = attached
            } else if !attached.isEmpty {
                return try set(flag, group(attached))
            } else if let next = rest.popFirst() {
                return try set(flag, next)
            } else {
                throw .missingShorthandValue(letter, group: group(letters))
            }
        }
    }

    private mutating func set(_ flag: FlagDefinition, _ text: String) throws(UsageError) {
        do {
            result.values[flag.name] = try flag.kind.value(of: text, after: result.values[flag.name])
        } catch {
            throw .invalidValue(text, flag: FlagName(name: flag.name, shorthand: flag.shorthand), error)
        }
        result.texts.append(ParsedFlags.Text(name: flag.name, text: text))
        if let advice = flag.deprecation {
            result.notes.append(.deprecatedFlag(flag.name, advice: advice))
        }
    }
}

/// What the parser found in the arguments of a command.
struct ParsedFlags: Sendable {
    /// The flags that were given, by their long names.
    var values: [String: FlagValue] = [:]
    /// The flags in the order of the arguments, with their values as they are written; one may come several times.
    var texts: [Text] = []
    /// The arguments that are no flags, in their order.
    var positionals: [String] = []
    /// How many positional arguments stood before `--`; nil without `--`.
    var positionalsBeforeDash: Int?
    /// What to tell the user before the command runs.
    var notes: [UsageNote] = []

    /// A flag's long name with the text of its value.
    struct Text: Sendable, Hashable {
        let name: String
        let text: String
    }
}

/// Something the user is told on standard error about a command line that is carried out all the same.
package enum UsageNote: Hashable, Sendable {
    /// kubectl: `Flag --NAME has been deprecated, ADVICE`
    case deprecatedFlag(String, advice: String)
}
