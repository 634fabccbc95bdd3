/// What the parser, the help, the completion and the generated pages know about one flag.
package struct FlagDefinition: Sendable {
    /// The long name, without dashes.
    package let name: String
    /// The one ASCII letter of the short form; nil when there is none.
    package let shorthand: String?
    /// The sentence shown by `--help`.
    package let help: String
    /// How a value is read.
    package var kind: FlagKind
    /// The value of a flag that is not given.
    package let defaultValue: FlagValue
    /// What a flag without `=value` means, as in `--dry-run`; nil when a value must follow (pflag's `NoOptDefVal`).
    package var impliedText: String?
    /// What the generated pages show as the default where it differs from machine to machine.
    package var documentedDefault: String?
    /// Whether help, completion and pages leave the flag out.
    package var isHidden = false
    /// What to use instead; nil unless the flag is deprecated.
    package var deprecation: String?
    /// Whether the command refuses to run without the flag.
    package var isRequired = false
    /// Where completion finds values.
    package var completion = CompletionSource.files

    /// The default as help shows it between `=` and `:`, before any quotes.
    package var defaultText: String { kind == .plainPairs ? "" : defaultValue.helpText }
}

/// How the text after a flag becomes its value, named after pflag's types.
package enum FlagKind: Hashable, Sendable {
    /// What Go's `strconv.ParseBool` reads: `1 t T true TRUE True 0 f F false FALSE False`.
    case bool
    /// Any text.
    case string
    /// A signed number with Go's prefixes (`0x10`, `0b11`, `017`, `1_000`) that fits the number of bits.
    case integer(bits: Int)
    /// A signed decimal number that fits 32 bits: klog's level.
    case verbosity
    /// Go's duration syntax, such as `1m30s`.
    case duration
    /// The same syntax, refused without a reason: a flag of Go's own flag package that pflag wraps.
    case plainDuration
    /// A list: every value is one line of CSV, and values add up (pflag's `stringSlice`).
    case list
    /// A list: every value is taken whole, and values add up (pflag's `stringArray`).
    case array
    /// `key=value` pairs as CSV that add up (pflag's `stringToString`).
    case pairs
    /// `key=value` pairs between commas that add up (component-base's `MapStringString`).
    case plainPairs
    /// klog's `pattern=N,…`.
    case modulePatterns

    /// Whether a flag given twice keeps both values.
    package var accumulates: Bool {
        switch self {
        case .list, .array, .pairs, .plainPairs: true
        default: false
        }
    }
}
