/// Values that a command's flags have before its arguments are read, as if they had been given.
package struct FlagPresets: Sendable {
    private(set) var values: [String: FlagValue] = [:]
    /// What to tell the user about the flags.
    package private(set) var notes: [UsageNote] = []

    package init() {}

    /// Gives a flag a value.
    ///
    /// - Throws: what is wrong with the value (pflag's `invalid argument`).
    package mutating func set(_ flag: FlagDefinition, to text: String) throws(UsageError) {
        do {
            values[flag.name] = try flag.kind.value(of: text, after: values[flag.name])
        } catch {
            throw .invalidValue(text, flag: FlagName(name: flag.name, shorthand: flag.shorthand), error)
        }
        if let advice = flag.deprecation { notes.append(.deprecatedFlag(flag.name, advice: advice)) }
    }
}

extension FlagSet {
    /// The flag of that long name, `--help` aside, which is there only once the command is found.
    package func presettable(named name: String) -> FlagDefinition? {
        guard let definition = definition(named: name), definition.name != Self.help.definition.name else { return nil }
        return definition
    }
}
