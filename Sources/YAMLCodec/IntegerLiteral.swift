/// Integers as Go's `strconv.ParseInt` reads them with base 0, and go-yaml's binary numbers.
enum IntegerLiteral {
    /// Reads `12`, `-0x1F`, `0o17`, `017`, `0b101` and the like; nil for what is no integer or fits in no 64 bits.
    ///
    /// The underscores have been removed before.
    static func parse(_ text: [UInt8]) -> PlainScalar? {
        signed(text[...], base: nil) ?? unsigned(text) ?? binary(text)
    }

    private static func signed(_ text: ArraySlice<UInt8>, base: UInt64?) -> PlainScalar? {
        var digits = text
        var isNegative = false
        if let sign = text.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
            isNegative = sign == UInt8(ascii: "-")
            digits.removeFirst()
        }
        guard let magnitude = magnitude(digits, base: base) else { return nil }
        if isNegative {
            return magnitude <= 1 << 63 ? .int(Int64(truncatingIfNeeded: 0 &- magnitude)) : nil
        }
        return Int64(exactly: magnitude).map { .int($0) }
    }

    private static func unsigned(_ text: [UInt8]) -> PlainScalar? {
        magnitude(text[...], base: nil).map { .uint($0) }
    }

    /// The second chance go-yaml gives to a binary number, whose digits may then have a sign of their own: `0b-1`.
    private static func binary(_ text: [UInt8]) -> PlainScalar? {
        guard text.starts(with: "0b".utf8) else { return nil }
        return signed(text.dropFirst(2), base: 2)
    }

    /// The number a prefix and digits stand for; `base` nil takes the base from the prefix.
    private static func magnitude(_ text: ArraySlice<UInt8>, base: UInt64?) -> UInt64? {
        var digits = text
        var radix = base ?? 10
        if base == nil, digits.first == UInt8(ascii: "0") {
            let mark = digits.count > 2 ? digits[digits.startIndex + 1] | 0x20 : 0
            switch mark {
            case UInt8(ascii: "b"): radix = 2
            case UInt8(ascii: "o"): radix = 8
            case UInt8(ascii: "x"): radix = 16
            default:
                // A leading zero alone means octal.
                radix = 8
                digits.removeFirst()
                if digits.isEmpty { return 0 }
                return accumulate(digits, radix: radix)
            }
            digits.removeFirst(2)
        }
        return accumulate(digits, radix: radix)
    }

    private static func accumulate(_ digits: ArraySlice<UInt8>, radix: UInt64) -> UInt64? {
        guard !digits.isEmpty else { return nil }
        var value: UInt64 = 0
        for byte in digits {
            let digit: UInt64
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = UInt64(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = UInt64(byte - UInt8(ascii: "a")) + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = UInt64(byte - UInt8(ascii: "A")) + 10
            default: return nil
            }
            guard digit < radix else { return nil }
            let (product, tooLarge) = value.multipliedReportingOverflow(by: radix)
            let (sum, carried) = product.addingReportingOverflow(digit)
            guard !tooLarge, !carried else { return nil }
            value = sum
        }
        return value
    }
}
