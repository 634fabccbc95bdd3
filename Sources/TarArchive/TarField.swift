/// The fields of a header: texts that a NUL may end, and numbers in octal digits or, GNU's way, in binary.
enum TarField {
    /// The text up to the first NUL.
    static func text(_ field: ArraySlice<UInt8>) -> [UInt8] {
        Array(field.prefix { $0 != 0 })
    }

    /// A number in octal digits, or in two's complement where the first bit is set; nil for neither, or beyond 64 bits.
    static func number(_ field: ArraySlice<UInt8>) -> Int64? {
        guard let first = field.first else { return nil }
        return first & 0x80 == 0 ? octal(field) : binary(field)
    }

    /// Spaces and NULs may stand around the digits; no digits at all are zero.
    private static func octal(_ field: ArraySlice<UInt8>) -> Int64? {
        let isPadding: (UInt8) -> Bool = { $0 == 0 || $0 == UInt8(ascii: " ") }
        var digits = field.drop(while: isPadding)
        while let last = digits.last, isPadding(last) { digits.removeLast() }
        var value: UInt64 = 0
        for digit in digits.prefix(while: { $0 != 0 }) {
            guard (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(digit), value >> 60 == 0 else { return nil }
            value = value << 3 | UInt64(digit - UInt8(ascii: "0"))
        }
        return Int64(exactly: value)
    }

    private static func binary(_ field: ArraySlice<UInt8>) -> Int64? {
        let isNegative = (field.first ?? 0) & 0x40 != 0
        var value: UInt64 = 0
        for (index, byte) in field.enumerated() {
            let byte = (isNegative ? ~byte : byte) & (index == 0 ? 0x7F : 0xFF)
            guard value >> 56 == 0 else { return nil }
            value = value << 8 | UInt64(byte)
        }
        guard let magnitude = Int64(exactly: value) else { return nil }
        return isNegative ? ~magnitude : magnitude
    }

    /// Whether a number can be written in octal digits with a NUL behind them.
    static func fitsInOctal(_ number: Int64, width: Int) -> Bool {
        let bits = (width - 1) * 3
        return number >= 0 && (bits >= 63 || number < Int64(1) << bits)
    }

    /// Octal digits with zeros before and a NUL behind them; zero for what does not fit.
    static func octalText(_ number: Int64, width: Int) -> [UInt8] {
        let digits = String(fitsInOctal(number, width: width) ? number : 0, radix: 8).utf8
        return [UInt8](repeating: UInt8(ascii: "0"), count: width - 1 - digits.count) + digits + [0]
    }

    /// Whether a text can stand in a field of a POSIX header.
    static func isASCII(_ text: [UInt8]) -> Bool {
        text.allSatisfy { $0 != 0 && $0 < 0x80 }
    }
}
