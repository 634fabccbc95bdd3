package import StdlibExtensions

/// A command line that cannot be carried out.
///
/// Every case says what kubectl prints for it; `PATH` stands for the program and the names of the command, such as
/// `kubectl config view`, and the exit code is always 1.
package enum UsageError: Error, Hashable {
    // MARK: Flags: pflag's errors, all followed by the line `See 'PATH --help' for usage.`

    /// kubectl: `error: unknown flag: --NAME`, with the name as it was written.
    case unknownFlag(String)
    /// kubectl: `error: unknown shorthand flag: 'Z' in -GROUP`, with the byte read as a Latin-1 character.
    case unknownShorthand(UInt8, group: String)
    /// kubectl: `error: bad flag syntax: ARGUMENT`
    case badFlagSyntax(String)
    /// kubectl: `error: flag needs an argument: --NAME`, with the name as it was written.
    case missingValue(String)
    /// kubectl: `error: flag needs an argument: 'o' in -GROUP`
    case missingShorthandValue(UInt8, group: String)
    /// kubectl: `error: invalid argument "VALUE" for "-o, --output" flag: REASON`
    case invalidValue(String, flag: FlagName, InvalidFlagValue)

    // MARK: Commands

    /// kubectl: `error: unknown command "NAME" for "kubectl"`.
    ///
    /// With suggestions an empty line, `Did you mean this?` and one tab-indented line for each follow.
    case unknownCommand(String, suggestions: [String])
    /// kubectl: `Error: flags cannot be placed before plugin name: ARGUMENT`
    ///
    /// Printed instead of `unknownCommand` when the first argument begins with a dash.
    case flagsBeforeUnknownCommand(String)
    /// kubectl: `error: unknown command "NAMES"` and the line `See 'PATH -h' for help and examples`.
    ///
    /// The names are joined with one space.
    case unknownSubcommand([String])
    /// kubectl: `error: required flag(s) "a", "b" not set`
    case missingRequiredFlags([String])
    /// kubectl: `error: unexpected arguments: [a b]` and the line `See 'PATH -h' for help and examples`.
    case unexpectedArguments([String])
    /// A rule of the command's own; kubectl: `error: SENTENCE`, and after it the line the hint asks for.
    case invalid(String, hint: UsageHint)
}

/// The line after the sentence of a usage error.
package enum UsageHint: Hashable, Sendable {
    /// No further line.
    case none
    /// kubectl: `See 'PATH -h' for help and examples`
    case helpAndExamples
}

/// A flag as an error names it.
package struct FlagName: Hashable, Sendable {
    /// The long name, without dashes.
    package let name: String
    /// The letter of the short form, without a dash.
    package let shorthand: String?

    package init(name: String, shorthand: String?) {
        self.name = name
        self.shorthand = shorthand
    }
}

/// Why a flag does not take a value; each case says what Go prints for it.
package enum InvalidFlagValue: Error, Hashable {
    /// Go: `strconv.ParseBool: parsing "VALUE": invalid syntax`
    case noBool
    /// Go: `strconv.ParseInt: parsing "VALUE": invalid syntax`
    case noInteger
    /// Go: `strconv.ParseInt: parsing "VALUE": value out of range`
    case integerOutOfRange
    /// Go: see `GoDurationError`; the value is quoted at the end.
    case duration(GoDurationError)
    /// Go's flag package: `parse error`
    case unparsable
    /// Go: see `CSVError`.
    case list(CSVError)
    /// pflag: `PAIR must be formatted as key=value`
    case noPair(String)
    /// component-base: `malformed pair, expect string=string`
    case malformedPair
    /// klog: `syntax error: expect comma-separated list of filename=N`
    case noModulePattern
    /// klog: `negative value for vmodule level`
    case negativeModuleLevel
}
