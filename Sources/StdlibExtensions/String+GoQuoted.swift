extension StringProtocol {
    /// The text as Go's `%q` verb writes it: in double quotes, with Go's escapes.
    ///
    /// The rule is that of Go's `strconv.Quote`: letters, marks, numbers, punctuation, symbols and the ASCII space stay
    /// as they are, everything else is escaped.
    package var goQuoted: String {
        var result = "\""
        for scalar in unicodeScalars {
            result.appendGoEscaped(scalar, quote: "\"")
        }
        return result + "\""
    }

    /// The text as Go's `%#q` verb writes it: in back quotes where those can hold it, in double quotes otherwise.
    package var goBackQuoted: String {
        let canBackQuote = unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "`", "\u{7F}", "\u{FEFF}": false
            case "\t": true
            default: scalar.value >= 0x20
            }
        }
        return canBackQuote ? "`\(self)`" : goQuoted
    }
}

extension Array where Element == UInt8 {
    /// The bytes as Go's `%q` verb writes a string of them: those that are no UTF-8 as `\xNN`.
    package var goQuotedText: String {
        var result = "\""
        var rest = self[...]
        while let byte = rest.first {
            // At most four bytes make a character.
            let valid = (1...4).lazy.compactMap { String(validating: rest.prefix($0), as: UTF8.self) }.first
            if let scalar = valid?.unicodeScalars.first {
                result.appendGoEscaped(scalar, quote: "\"")
                rest = rest.dropFirst(UTF8.width(scalar))
            } else {
                result += "\\x" + UInt32(byte).hexadecimal(digits: 2)
                rest = rest.dropFirst()
            }
        }
        return result + "\""
    }
}

extension Unicode.Scalar {
    /// The character as Go's `%q` verb writes a rune: in single quotes, with Go's escapes.
    package var goQuoted: String {
        var result = "'"
        result.appendGoEscaped(self, quote: "'")
        return result + "'"
    }

    /// The character as Go's `%#U` verb writes it: `U+002A '*'`, and the number alone for what is not printable.
    package var goUnicodeText: String {
        let digits = String(value, radix: 16, uppercase: true)
        let number = "U+" + String(repeating: "0", count: Swift.max(0, 4 - digits.utf8.count)) + digits
        return isGoPrintable ? "\(number) '\(self)'" : number
    }

    /// Whether Go's `strconv.IsPrint` calls the character printable.
    package var isGoPrintable: Bool {
        if value < 0x7F { return value >= 0x20 }
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            return false
        default:
            return true
        }
    }
}

extension String {
    fileprivate mutating func appendGoEscaped(_ scalar: Unicode.Scalar, quote: Unicode.Scalar) {
        switch scalar {
        case "\\": append("\\\\")
        case quote:
            append("\\")
            unicodeScalars.append(quote)
        case "\u{07}": append("\\a")
        case "\u{08}": append("\\b")
        case "\u{0C}": append("\\f")
        case "\n": append("\\n")
        case "\r": append("\\r")
        case "\t": append("\\t")
        case "\u{0B}": append("\\v")
        default:
            if scalar.isGoPrintable {
                unicodeScalars.append(scalar)
            } else if scalar.value < 0x20 || scalar.value == 0x7F {
                append("\\x" + scalar.value.hexadecimal(digits: 2))
            } else if scalar.value < 0x10000 {
                append("\\u" + scalar.value.hexadecimal(digits: 4))
            } else {
                append("\\U" + scalar.value.hexadecimal(digits: 8))
            }
        }
    }
}

extension UInt32 {
    fileprivate func hexadecimal(digits: Int) -> String {
        let text = String(self, radix: 16)
        return String(repeating: "0", count: Swift.max(0, digits - text.utf8.count)) + text
    }
}
