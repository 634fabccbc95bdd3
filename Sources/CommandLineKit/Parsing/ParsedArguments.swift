/// The arguments of one command after parsing: flags with their types, and positional arguments.
package struct ParsedArguments: Sendable {
    /// The names of the command below the program: `["config", "view"]`; empty for the program itself.
    package let commandPath: [String]
    /// The name or alias the command was called by.
    package let calledAs: String
    /// The arguments that are no flags, in their order.
    package let positionals: [String]
    /// How many positional arguments stood before `--`; nil without `--`.
    package let positionalsBeforeDash: Int?

    private let values: [String: FlagValue]

    init(_ parsed: ParsedFlags, commandPath: [String], calledAs: String) {
        self.commandPath = commandPath
        self.calledAs = calledAs
        positionals = parsed.positionals
        positionalsBeforeDash = parsed.positionalsBeforeDash
        values = parsed.values
    }

    /// The value of a flag: the one given, or its default.
    package subscript<Value>(flag: Flag<Value>) -> Value {
        values[flag.definition.name].flatMap(Value.init(flagValue:)) ?? flag.defaultValue
    }

    /// Whether the flag was given, whatever its value.
    package func wasSet(_ flag: any AnyFlag) -> Bool {
        values[flag.definition.name] != nil
    }

    /// The long names of the flags that were given, sorted.
    package var namesOfSetFlags: [String] { values.keys.sorted() }

    /// Fails with kubectl's `unexpected arguments` when there are more positional arguments than `limit`.
    package func expectAtMost(_ limit: Int) throws(UsageError) {
        guard positionals.count <= limit else { throw .unexpectedArguments(positionals) }
    }
}
