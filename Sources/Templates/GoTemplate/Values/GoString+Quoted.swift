import StdlibExtensions

extension GoString {
    /// The string as Go's `strconv.Quote` writes it, or `strconv.QuoteToASCII`; bytes that are no UTF-8 are `\xff`.
    func quoted(asASCII: Bool = false) -> String {
        var text = "\""
        var index = 0
        while index < bytes.count {
            let rune = Rune(at: index, of: bytes)
            if let scalar = rune.scalar {
                text += scalar.goEscaped(quote: "\"", asASCII: asASCII)
            } else {
                text += "\\x" + CollectionOfOne(bytes[index]).hexadecimal()
            }
            index += rune.width
        }
        return text + "\""
    }

    /// Whether Go's raw string literals can hold it, as `strconv.CanBackquote` says.
    var canBackQuote: Bool {
        var index = 0
        while index < bytes.count {
            let rune = Rune(at: index, of: bytes)
            guard let scalar = rune.scalar, scalar != "\u{FEFF}" else { return false }
            if scalar.value < 0x20 && scalar != "\t" || scalar == "`" || scalar == "\u{7F}" { return false }
            index += rune.width
        }
        return true
    }
}

extension Unicode.Scalar {
    /// The character as it stands in a Go literal between `quote`s.
    func goEscaped(quote: Unicode.Scalar, asASCII: Bool) -> String {
        let isPlain = asASCII && value >= 0x80 ? false : isGoPrintable
        switch self {
        case quote, "\\": return "\\\(self)"
        case "\u{07}": return "\\a"
        case "\u{08}": return "\\b"
        case "\u{0C}": return "\\f"
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\t": return "\\t"
        case "\u{0B}": return "\\v"
        default: break
        }
        if isPlain { return String(Character(self)) }
        if value < 0x20 || value == 0x7F { return "\\x" + hexadecimal(digits: 2) }
        return value < 0x10000 ? "\\u" + hexadecimal(digits: 4) : "\\U" + hexadecimal(digits: 8)
    }

    private func hexadecimal(digits: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
}
