/// A flag of any type, for lists of flags.
package protocol AnyFlag: Sendable {
    /// Everything about the flag but the Swift type of its value.
    var definition: FlagDefinition { get }
    /// The long name alone: a definition is large, and looking through flags for one should not copy each.
    var name: String { get }
}

/// A flag declared as data, whose value `ParsedArguments` hands out with its type.
///
/// A declaration starts with `Flag("name", short: "n", default: …, help: "…")`; the type of the default decides how
/// values are read, and modifiers add the rest:
///
///     static let dryRun = Flag("dry-run", default: "none", help: "…").implying("unchanged")
package struct Flag<Value: FlagConvertible>: AnyFlag {
    package private(set) var definition: FlagDefinition
    /// The value of a flag that is not given.
    package let defaultValue: Value

    package var name: String { definition.name }

    /// Declares a flag; a `Bool` flag can be given without a value.
    package init(_ name: String, short: String? = nil, default defaultValue: Value, help: String) {
        self.defaultValue = defaultValue
        definition = FlagDefinition(
            name: name, shorthand: short, help: help, kind: Value.flagKind, defaultValue: defaultValue.flagValue,
            impliedText: Value.flagKind == .bool ? "true" : nil)
    }

    /// The flag may be given without `=value` and then means `text`; a value must then be attached with `=`.
    package func implying(_ text: String) -> Flag { changing { $0.impliedText = text } }

    /// The generated pages show this as the default, since the real one depends on the machine.
    package func documented(default text: String) -> Flag { changing { $0.documentedDefault = text } }

    /// Help, completion and pages leave the flag out.
    package func hidden() -> Flag { changing { $0.isHidden = true } }

    /// The flag still works but is left out of help, and a note on standard error says what to use instead.
    package func deprecated(_ advice: String) -> Flag {
        changing {
            $0.deprecation = advice
            $0.isHidden = true
        }
    }

    /// The command does not run without the flag.
    package func required() -> Flag { changing { $0.isRequired = true } }

    /// Completion finds the values there.
    package func completing(_ source: CompletionSource) -> Flag { changing { $0.completion = source } }

    private func changing(_ change: (inout FlagDefinition) -> Void) -> Flag {
        var copy = self
        change(&copy.definition)
        return copy
    }
}

extension Flag where Value == [String] {
    /// Takes every value whole, commas included (pflag's `stringArray`).
    package func unsplit() -> Flag { changing { $0.kind = .array } }
}

extension Flag where Value == [String: String] {
    /// Splits values at commas, without quotes, and leaves out the space around keys and values (component-base's
    /// `MapStringString`).
    package func plainPairs() -> Flag { changing { $0.kind = .plainPairs } }
}

extension Flag where Value == Duration {
    /// Refuses without a reason what is no duration, as flags of Go's own flag package do.
    package func plain() -> Flag { changing { $0.kind = .plainDuration } }
}

extension Flag where Value == Int32 {
    /// Reads decimal numbers only, as klog does for its level.
    package func verbosity() -> Flag { changing { $0.kind = .verbosity } }
}

extension Flag where Value == String {
    /// Accepts only klog's `pattern=N,…`.
    package func modulePatterns() -> Flag { changing { $0.kind = .modulePatterns } }
}
