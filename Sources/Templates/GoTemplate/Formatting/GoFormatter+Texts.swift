import StdlibExtensions

extension GoFormatter {
    mutating func printString(_ value: GoValue, _ text: GoString, verb: Unicode.Scalar) {
        switch verb {
        case "v" where flags.sharpV: printQuoted(text)
        case "v", "s": pad(truncated(text))
        case "q": printQuoted(text)
        case "x", "X": printHexadecimal(text, uppercase: verb == "X")
        default: refuse(verb, value)
        }
    }

    private mutating func printQuoted(_ text: GoString) {
        let text = truncated(text)
        if flags.sharp, text.canBackQuote {
            pad(GoString(Array("`".utf8) + text.bytes + Array("`".utf8)))
        } else {
            pad(text.quoted(asASCII: flags.plus))
        }
    }

    /// The bytes as hexadecimal digits: apart with the space flag, each with 0x with the sharp flag too.
    private mutating func printHexadecimal(_ text: GoString, uppercase: Bool) {
        let bytes = text.bytes.prefix(flags.precision ?? text.bytes.count)
        guard !bytes.isEmpty else { return writePadding(flags.width ?? 0) }
        let prefix = flags.sharp ? uppercase ? "0X" : "0x" : ""
        var digits = prefix
        for (index, byte) in bytes.enumerated() {
            if index > 0, flags.space { digits += " " + prefix }
            digits += CollectionOfOne(byte).hexadecimal(uppercase: uppercase)
        }
        pad(digits)
    }

    /// `%U` without flags: `U+2603`.
    static func unicodeText(_ scalar: Unicode.Scalar) -> String {
        var formatter = GoFormatter()
        formatter.flags.sharp = true
        formatter.printUnicode(UInt64(scalar.value))
        return String(decoding: formatter.output, as: UTF8.self)
    }

    /// `%U`: at least four digits; with the sharp flag the character too, where it can be printed.
    mutating func printUnicode(_ value: UInt64) {
        var text = String(value, radix: 16, uppercase: true)
        let digits = max(4, flags.precision ?? 0)
        text = "U+" + String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
        if flags.sharp, let scalar = UInt32(exactly: value).flatMap(Unicode.Scalar.init), scalar.isGoPrintable {
            text += " '\(scalar)'"
        }
        pad(GoString(text), withZeros: false)
    }

    /// The character with a number; U+FFFD where there is none.
    static func scalar(_ value: UInt64) -> Unicode.Scalar {
        UInt32(exactly: value).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
    }
}
