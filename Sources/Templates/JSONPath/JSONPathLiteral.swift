/// String literals of JSONPath expressions: Go's, between single quotes or double ones.
enum JSONPathLiteral {
    /// The text that a literal with its quotes means; nil for an escape that Go does not have.
    ///
    /// Escapes of bytes (`\xc3`, `\303`) may make up characters; those that do not become U+FFFD.
    static func unquoted(_ literal: String) -> String? {
        guard literal.utf8.count >= 2, let quote = literal.utf8.first, literal.utf8.last == quote else { return nil }
        var rest = literal.utf8.dropFirst().dropLast()
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            if byte == quote { return nil }
            guard byte == UInt8(ascii: "\\") else {
                bytes.append(byte)
                continue
            }
            guard let escaped = escape(in: &rest, quote: quote) else { return nil }
            bytes += escaped
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The bytes of an escape whose backslash was read.
    private static func escape(in rest: inout Substring.UTF8View, quote: UInt8) -> [UInt8]? {
        guard let letter = rest.popFirst() else { return nil }
        switch letter {
        case UInt8(ascii: "a"): return [0x07]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "v"): return [0x0B]
        case UInt8(ascii: "\\"), quote: return [letter]
        case UInt8(ascii: "x"): return number(in: &rest, digits: 2, radix: 16).map { [UInt8(truncatingIfNeeded: $0)] }
        case UInt8(ascii: "u"): return character(number(in: &rest, digits: 4, radix: 16))
        case UInt8(ascii: "U"): return character(number(in: &rest, digits: 8, radix: 16))
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            guard let low = number(in: &rest, digits: 2, radix: 8) else { return nil }
            return UInt8(exactly: UInt32(letter - UInt8(ascii: "0")) * 64 + low).map { [$0] }
        default: return nil
        }
    }

    private static func character(_ code: UInt32?) -> [UInt8]? {
        code.flatMap(Unicode.Scalar.init).map { Array(String(Character($0)).utf8) }
    }

    private static func number(in rest: inout Substring.UTF8View, digits count: Int, radix: Int) -> UInt32? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else {
            return nil
        }
        rest = rest.dropFirst(count)
        return UInt32(String(decoding: digits, as: UTF8.self), radix: radix)
    }
}
