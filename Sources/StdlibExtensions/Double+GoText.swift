extension Double {
    /// The text Go's `encoding/json` writes: the fewest digits that read back as the same number.
    ///
    /// It has an exponent below 1e-6 and from 1e21 on. Infinities and NaN, which Go refuses, are `+Inf`, `-Inf`, `NaN`.
    package var goJSONText: String {
        guard isFinite else { return goGeneralText() }
        let decimal = ShortestDecimal(description)
        let usesExponent = self != 0 && (magnitude < 1e-6 || magnitude >= 1e21)
        return usesExponent ? decimal.scientific(exponentDigits: 1) : decimal.positional
    }

    /// The text of Go's `strconv.FormatFloat(x, 'g', -1, 64)`, which is that of `%v` too.
    ///
    /// Below 1e-4 and from 1e+06 on it has an exponent.
    package func goGeneralText() -> String {
        guard isFinite else { return isNaN ? "NaN" : self < 0 ? "-Inf" : "+Inf" }
        return ShortestDecimal(description).general(exponentFrom: 6)
    }
}

extension Float {
    /// The text of Go's `strconv.FormatFloat(x, 'g', -1, 32)`.
    package var goGeneralText: String {
        guard isFinite else { return Double(self).goGeneralText() }
        return ShortestDecimal(description).general(exponentFrom: 6)
    }
}

/// The shortest decimal digits of a finite number, taken from Swift's description, laid out as Go does.
private struct ShortestDecimal {
    /// Without leading and trailing zeros; empty for zero.
    private let digits: Substring
    /// The value is 0.digits × 10^point.
    private let point: Int
    private let sign: String

    /// Takes over what `description` says of a finite number: "-12.5", "1e+21", "5.0e-324".
    init(_ description: String) {
        sign = description.hasPrefix("-") ? "-" : ""
        let parts = description.dropFirst(sign.count).split(separator: "e", maxSplits: 1)
        let mantissa = parts.first ?? "0"
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let integer = mantissa.prefix { $0 != "." }
        let all = integer + mantissa.dropFirst(integer.count + 1)
        let significant = all.drop { $0 == "0" }
        let trailingZeros = significant.reversed().prefix { $0 == "0" }.count
        digits = significant.dropLast(trailingZeros)
        point = significant.isEmpty ? 0 : integer.count + exponent - (all.count - significant.count)
    }

    func general(exponentFrom limit: Int) -> String {
        let exponent = point - 1
        return exponent < -4 || exponent >= limit ? scientific(exponentDigits: 2) : positional
    }

    /// All digits and no exponent: "0.00012", "1200".
    var positional: String {
        guard point > 0 else {
            return digits.isEmpty ? "\(sign)0" : "\(sign)0.\(String(repeating: "0", count: -point))\(digits)"
        }
        let padding = String(repeating: "0", count: max(0, point - digits.count))
        let integer = digits.prefix(point) + padding
        let fraction = digits.dropFirst(point)
        return fraction.isEmpty ? "\(sign)\(integer)" : "\(sign)\(integer).\(fraction)"
    }

    /// One digit before the point and an exponent of at least `exponentDigits` digits: "1.2e-07".
    func scientific(exponentDigits: Int) -> String {
        let exponent = digits.isEmpty ? 0 : point - 1
        let number = String(exponent.magnitude)
        let padding = String(repeating: "0", count: max(0, exponentDigits - number.utf8.count))
        let fraction = digits.dropFirst()
        let mantissa = (digits.isEmpty ? "0" : digits.prefix(1)) + (fraction.isEmpty ? "" : ".\(fraction)")
        return "\(sign)\(mantissa)e\(exponent < 0 ? "-" : "+")\(padding)\(number)"
    }
}
