/// Reads integers as Go's `strconv.ParseInt` does.
enum GoInteger {
    /// Base 0: a sign, then `0x`, `0o`, `0b` or a leading `0` for the base, with `_` between digits.
    static func parse(_ text: String, bits: Int) throws(InvalidFlagValue) -> Int64 {
        let (isNegative, digits) = split(text)
        guard let first = digits.first else { throw .noInteger }
        guard first == UInt8(ascii: "0"), digits.count > 1 else {
            return try number(digits, radix: 10, mayUnderscore: true, limit: Limit(bits, isNegative))
        }
        let radix: UInt64? =
            switch digits.dropFirst().first.map({ $0 | 0x20 }) {
            case UInt8(ascii: "x"): 16
            case UInt8(ascii: "o"): 8
            case UInt8(ascii: "b"): 2
            default: nil
            }
        if let radix {
            // An underscore may follow the prefix, so the prefix counts as a digit before it.
            let body = digits.dropFirst(2)
            return try number(
                body.first == UInt8(ascii: "_") ? body.dropFirst() : body, radix: radix, mayUnderscore: true,
                limit: Limit(bits, isNegative))
        }
        let body = digits.dropFirst()
        return try number(
            body.first == UInt8(ascii: "_") ? body.dropFirst() : body, radix: 8, mayUnderscore: true,
            limit: Limit(bits, isNegative))
    }

    /// Base 10: a sign and digits, nothing else.
    static func parseDecimal(_ text: String, bits: Int) throws(InvalidFlagValue) -> Int64 {
        let (isNegative, digits) = split(text)
        return try number(digits, radix: 10, mayUnderscore: false, limit: Limit(bits, isNegative))
    }

    private static func split(_ text: String) -> (isNegative: Bool, digits: ArraySlice<UInt8>) {
        let bytes = Array(text.utf8)[...]
        switch bytes.first {
        case UInt8(ascii: "-"): return (true, bytes.dropFirst())
        case UInt8(ascii: "+"): return (false, bytes.dropFirst())
        default: return (false, bytes)
        }
    }

    private struct Limit {
        let isNegative: Bool
        /// The largest magnitude of the signed number.
        let magnitude: UInt64
        /// The largest unsigned number of as many bits, beyond which Go stops at once.
        let unsigned: UInt64

        init(_ bits: Int, _ isNegative: Bool) {
            self.isNegative = isNegative
            let beyond = UInt64(1) << UInt64(bits - 1)
            magnitude = isNegative ? beyond : beyond - 1
            unsigned = beyond - 1 + beyond
        }
    }

    private static func number(
        _ digits: ArraySlice<UInt8>, radix: UInt64, mayUnderscore: Bool, limit: Limit
    ) throws(InvalidFlagValue) -> Int64 {
        var magnitude: UInt64 = 0
        var isWellFormed = true
        var lastWasDigit = false
        for byte in digits {
            if byte == UInt8(ascii: "_"), mayUnderscore {
                isWellFormed = isWellFormed && lastWasDigit
                lastWasDigit = false
                continue
            }
            guard let digit = value(of: byte), digit < radix else { throw .noInteger }
            lastWasDigit = true
            let (product, overflow) = magnitude.multipliedReportingOverflow(by: radix)
            let (sum, carry) = product.addingReportingOverflow(digit)
            guard !overflow, !carry, sum <= limit.unsigned else { throw .integerOutOfRange }
            magnitude = sum
        }
        guard isWellFormed, lastWasDigit else { throw .noInteger }
        guard magnitude <= limit.magnitude else { throw .integerOutOfRange }
        return limit.isNegative ? Int64(truncatingIfNeeded: 0 &- magnitude) : Int64(magnitude)
    }

    private static func value(of byte: UInt8) -> UInt64? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt64(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt64(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
