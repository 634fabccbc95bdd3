/// How a string is written, chosen as go-yaml v2's encoder and emitter together do.
enum ScalarStyle {
    case plain
    case singleQuoted
    case doubleQuoted
    case literal

    init(_ bytes: Span<UInt8>, _ traits: ScalarTraits) {
        if traits.hasLineFeed {
            self = traits.allowsLiteral ? .literal : .doubleQuoted
        } else if PlainScalar(bytes) != .string || Self.isBase60(bytes) {
            self = .doubleQuoted
        } else if traits.allowsPlain {
            self = .plain
        } else {
            self = traits.allowsSingleQuoted ? .singleQuoted : .doubleQuoted
        }
    }

    /// Whether other YAML 1.1 readers take the text for a number of minutes or degrees:
    /// `^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?$`.
    static func isBase60(_ bytes: Span<UInt8>) -> Bool {
        var index = 0
        if bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-") { index = 1 }
        guard index < bytes.count, bytes[index].isDecimalDigit else { return false }
        skipDigitsAndUnderscores(bytes, &index)
        var groups = 0
        while index + 1 < bytes.count, bytes[index] == UInt8(ascii: ":"), bytes[index + 1].isDecimalDigit {
            let hasTwoDigits =
                index + 2 < bytes.count && bytes[index + 1] <= UInt8(ascii: "5") && bytes[index + 2].isDecimalDigit
            index += hasTwoDigits ? 3 : 2
            groups += 1
        }
        guard groups > 0 else { return false }
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            index += 1
            skipDigitsAndUnderscores(bytes, &index)
        }
        return index == bytes.count
    }

    private static func skipDigitsAndUnderscores(_ bytes: Span<UInt8>, _ index: inout Int) {
        while index < bytes.count, bytes[index].isDecimalDigit || bytes[index] == UInt8(ascii: "_") { index += 1 }
    }
}
