/// Why a text is no duration in Go's syntax.
///
/// Go's `time.ParseDuration` puts `time: ` before each of the texts and the whole text, quoted, at the end.
package enum GoDurationError: Error, Hashable {
    /// Go: `time: invalid duration "…"`
    case invalid
    /// Go: `time: missing unit in duration "…"`
    case missingUnit
    /// Go: `time: unknown unit "x" in duration "…"`
    case unknownUnit(String)
}

extension Duration {
    /// Reads Go's syntax: `300ms`, `-1.5h`, `2h45m`, or a bare `0`.
    ///
    /// The units are `ns us µs ms s m h`; the range is that of a signed 64-bit number of nanoseconds.
    /// The rule is that of Go's `time.ParseDuration`.
    package init(goText text: String) throws(GoDurationError) {
        var rest = Array(text.utf8)[...]
        var isNegative = false
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            rest = rest.dropFirst()
        }
        if rest.elementsEqual("0".utf8) {
            self = .zero
            return
        }
        guard !rest.isEmpty else { throw .invalid }
        var total: UInt64 = 0
        while !rest.isEmpty {
            let term = try GoDurationTerm(consuming: &rest)
            let (sum, overflow) = total.addingReportingOverflow(term.nanoseconds)
            guard !overflow, sum <= 1 << 63 else { throw .invalid }
            total = sum
        }
        if isNegative {
            self = .nanoseconds(total == 1 << 63 ? Int64.min : -Int64(total))
        } else {
            guard let nanoseconds = Int64(exactly: total) else { throw .invalid }
            self = .nanoseconds(nanoseconds)
        }
    }

    /// The duration as Go writes it: `1h0m5s`, `1.5s`, `300ms`, `0s`.
    ///
    /// Parts below a nanosecond are cut.
    /// The rule is that of Go's `Duration.String`.
    package var goText: String {
        let (seconds, attoseconds) = components
        let isNegative = seconds < 0 || attoseconds < 0
        let wholeSeconds = seconds.magnitude
        let nanoseconds = UInt64(attoseconds.magnitude / 1_000_000_000)
        let sign = isNegative ? "-" : ""
        if wholeSeconds == 0 {
            if nanoseconds == 0 { return "0s" }
            if nanoseconds < 1000 { return "\(sign)\(nanoseconds)ns" }
            if nanoseconds < 1_000_000 { return sign + Self.decimal(nanoseconds, digits: 3) + "µs" }
            return sign + Self.decimal(nanoseconds, digits: 6) + "ms"
        }
        let (minutes, second) = wholeSeconds.quotientAndRemainder(dividingBy: 60)
        var text = Self.decimal(nanoseconds, digits: 9, whole: second) + "s"
        if minutes > 0 {
            let (hours, minute) = minutes.quotientAndRemainder(dividingBy: 60)
            text = "\(minute)m" + text
            if hours > 0 { text = "\(hours)h" + text }
        }
        return sign + text
    }

    /// Writes `value` with its last `digits` digits after the point and without trailing zeros.
    private static func decimal(_ value: UInt64, digits: Int, whole: UInt64 = 0) -> String {
        var divisor: UInt64 = 1
        for _ in 0..<digits { divisor *= 10 }
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        var text = "\(quotient + whole)"
        guard remainder > 0 else { return text }
        let fraction = String(remainder)
        text += "." + String(repeating: "0", count: digits - fraction.utf8.count)
        text += fraction
        while text.hasSuffix("0") { text.removeLast() }
        return text
    }
}

/// One number with its unit, such as `1.5h`.
private struct GoDurationTerm {
    let nanoseconds: UInt64

    init(consuming rest: inout ArraySlice<UInt8>) throws(GoDurationError) {
        let isDigit = { (byte: UInt8) in byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
        let point = UInt8(ascii: ".")
        guard let first = rest.first, first == point || isDigit(first) else { throw .invalid }

        let wholeDigits = rest.prefix(while: isDigit)
        rest = rest.dropFirst(wholeDigits.count)
        var fractionDigits: ArraySlice<UInt8> = []
        if rest.first == point {
            rest = rest.dropFirst()
            fractionDigits = rest.prefix(while: isDigit)
            rest = rest.dropFirst(fractionDigits.count)
        }
        guard !wholeDigits.isEmpty || !fractionDigits.isEmpty else { throw .invalid }

        var whole: UInt64 = 0
        for digit in wholeDigits {
            guard whole <= (1 << 63) / 10 else { throw .invalid }
            whole = whole * 10 + UInt64(digit - UInt8(ascii: "0"))
            guard whole <= 1 << 63 else { throw .invalid }
        }
        let unitText = rest.prefix { $0 != point && !isDigit($0) }
        rest = rest.dropFirst(unitText.count)
        guard !unitText.isEmpty else { throw .missingUnit }
        let unit: UInt64 = try Self.nanoseconds(inUnit: String(decoding: unitText, as: UTF8.self))

        let (product, overflow) = whole.multipliedReportingOverflow(by: unit)
        guard !overflow, product <= 1 << 63 else { throw .invalid }
        let sum = product + Self.fraction(of: unit, digits: fractionDigits)
        guard sum <= 1 << 63 else { throw .invalid }
        nanoseconds = sum
    }

    private static func nanoseconds(inUnit unit: String) throws(GoDurationError) -> UInt64 {
        switch unit {
        case "ns": 1
        case "us", "\u{B5}s", "\u{3BC}s": 1000
        case "ms": 1_000_000
        case "s": 1_000_000_000
        case "m": 60_000_000_000
        case "h": 3_600_000_000_000
        default: throw .unknownUnit(unit)
        }
    }

    /// The digits after the point in nanoseconds.
    ///
    /// Digits that no longer fit 63 bits do not count, as in Go.
    private static func fraction(of unit: UInt64, digits: ArraySlice<UInt8>) -> UInt64 {
        var value: UInt64 = 0
        var scale = 1.0
        for digit in digits {
            guard value <= (1 << 63 - 1) / 10 else { break }
            let next = value * 10 + UInt64(digit - UInt8(ascii: "0"))
            guard next <= 1 << 63 else { break }
            value = next
            scale *= 10
        }
        return UInt64(Double(value) * (Double(unit) / scale))
    }
}
