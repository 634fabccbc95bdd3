/// A Swift type that a flag can have as its value.
package protocol FlagConvertible: Sendable {
    /// How a text is read unless the flag says otherwise.
    static var flagKind: FlagKind { get }
    /// The value in the form the parser stores it.
    var flagValue: FlagValue { get }
    /// Takes a stored value; nil when it is of another type.
    init?(flagValue: FlagValue)
}

extension Bool: FlagConvertible {
    /// Go's spellings of yes and no.
    package static var flagKind: FlagKind { .bool }
    package var flagValue: FlagValue { .bool(self) }
    package init?(flagValue: FlagValue) {
        guard case .bool(let value) = flagValue else { return nil }
        self = value
    }
}

extension String: FlagConvertible {
    /// Any text.
    package static var flagKind: FlagKind { .string }
    package var flagValue: FlagValue { .string(self) }
    package init?(flagValue: FlagValue) {
        guard case .string(let value) = flagValue else { return nil }
        self = value
    }
}

extension Int: FlagConvertible {
    /// A number, as pflag's `int`.
    package static var flagKind: FlagKind { .integer(bits: 64) }
    package var flagValue: FlagValue { .integer(Int64(self)) }
    package init?(flagValue: FlagValue) {
        guard case .integer(let value) = flagValue else { return nil }
        self.init(exactly: value)
    }
}

extension Int32: FlagConvertible {
    /// A number, as pflag's `int32`.
    package static var flagKind: FlagKind { .integer(bits: 32) }
    package var flagValue: FlagValue { .integer(Int64(self)) }
    package init?(flagValue: FlagValue) {
        guard case .integer(let value) = flagValue else { return nil }
        self.init(exactly: value)
    }
}

extension Int64: FlagConvertible {
    /// A number, as pflag's `int64`.
    package static var flagKind: FlagKind { .integer(bits: 64) }
    package var flagValue: FlagValue { .integer(self) }
    package init?(flagValue: FlagValue) {
        guard case .integer(let value) = flagValue else { return nil }
        self = value
    }
}

extension Duration: FlagConvertible {
    /// Go's durations.
    package static var flagKind: FlagKind { .duration }
    package var flagValue: FlagValue { .duration(self) }
    package init?(flagValue: FlagValue) {
        guard case .duration(let value) = flagValue else { return nil }
        self = value
    }
}

extension [String]: FlagConvertible {
    /// CSV that adds up, as pflag's `stringSlice`.
    package static var flagKind: FlagKind { .list }
    package var flagValue: FlagValue { .list(self) }
    package init?(flagValue: FlagValue) {
        guard case .list(let value) = flagValue else { return nil }
        self = value
    }
}

extension [String: String]: FlagConvertible {
    /// Pairs that add up, as pflag's `stringToString`.
    package static var flagKind: FlagKind { .pairs }
    package var flagValue: FlagValue { .pairs(self) }
    package init?(flagValue: FlagValue) {
        guard case .pairs(let value) = flagValue else { return nil }
        self = value
    }
}
