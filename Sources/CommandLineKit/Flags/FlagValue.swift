import StdlibExtensions

/// The value of a flag, after parsing.
package enum FlagValue: Hashable, Sendable {
    case bool(Bool)
    case string(String)
    case integer(Int64)
    case duration(Duration)
    case list([String])
    case pairs([String: String])

    /// The value as pflag's `String()` writes it, which help shows as the default.
    package var helpText: String {
        switch self {
        case .bool(let value): value ? "true" : "false"
        case .string(let text): text
        case .integer(let number): String(number)
        case .duration(let duration): duration.goText
        case .list(let texts): "[" + CSVRecord.text(of: texts) + "]"
        case .pairs(let pairs):
            "[" + CSVRecord.text(of: pairs.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }) + "]"
        }
    }
}

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
    package static var flagKind: FlagKind { .bool }
    package var flagValue: FlagValue { .bool(self) }
    package init?(flagValue: FlagValue) {
        guard case .bool(let value) = flagValue else { return nil }
        self = value
    }
}

extension String: FlagConvertible {
    package static var flagKind: FlagKind { .string }
    package var flagValue: FlagValue { .string(self) }
    package init?(flagValue: FlagValue) {
        guard case .string(let value) = flagValue else { return nil }
        self = value
    }
}

extension Int: FlagConvertible {
    package static var flagKind: FlagKind { .integer(bits: 64) }
    package var flagValue: FlagValue { .integer(Int64(self)) }
    package init?(flagValue: FlagValue) {
        guard case .integer(let value) = flagValue else { return nil }
        self.init(exactly: value)
    }
}

extension Int32: FlagConvertible {
    package static var flagKind: FlagKind { .integer(bits: 32) }
    package var flagValue: FlagValue { .integer(Int64(self)) }
    package init?(flagValue: FlagValue) {
        guard case .integer(let value) = flagValue else { return nil }
        self.init(exactly: value)
    }
}

extension Int64: FlagConvertible {
    package static var flagKind: FlagKind { .integer(bits: 64) }
    package var flagValue: FlagValue { .integer(self) }
    package init?(flagValue: FlagValue) {
        guard case .integer(let value) = flagValue else { return nil }
        self = value
    }
}

extension Duration: FlagConvertible {
    package static var flagKind: FlagKind { .duration }
    package var flagValue: FlagValue { .duration(self) }
    package init?(flagValue: FlagValue) {
        guard case .duration(let value) = flagValue else { return nil }
        self = value
    }
}

extension [String]: FlagConvertible {
    package static var flagKind: FlagKind { .list }
    package var flagValue: FlagValue { .list(self) }
    package init?(flagValue: FlagValue) {
        guard case .list(let value) = flagValue else { return nil }
        self = value
    }
}

extension [String: String]: FlagConvertible {
    package static var flagKind: FlagKind { .pairs }
    package var flagValue: FlagValue { .pairs(self) }
    package init?(flagValue: FlagValue) {
        guard case .pairs(let value) = flagValue else { return nil }
        self = value
    }
}
