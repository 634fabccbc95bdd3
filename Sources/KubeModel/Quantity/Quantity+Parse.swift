/// Why a text is no quantity.
package enum QuantityError: Error, Hashable {
    /// kubectl: `quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'`
    case format
    /// kubectl: `unable to parse numeric part of quantity`
    case number
    /// kubectl: `unable to parse quantity's suffix`
    case suffix
}

extension Quantity {
    /// Reads a number with an optional sign, fraction and suffix (apimachinery `ParseQuantity`).
    ///
    /// What is smaller than a nano is rounded away from zero; amounts with a binary suffix are at most 2^63-1.
    package init(_ text: String) throws(QuantityError) {
        guard !text.isEmpty else { throw .format }
        let parts = try QuantityParts(text)
        guard let suffix = QuantitySuffix(parts.suffix) else { throw .suffix }
        let magnitude: Quantity
        if suffix.base == 2 {
            magnitude = Self.binary(parts, shift: suffix.exponent)
        } else {
            magnitude = Self.decimal(parts, suffix: suffix)
        }
        self.init(
            mantissa: parts.isNegative ? -magnitude.mantissa : magnitude.mantissa, exponent: magnitude.exponent,
            format: magnitude.format, verbatim: parts.staysVerbatim(suffix) ? text : nil)
    }

    private static func decimal(_ parts: QuantityParts, suffix: QuantitySuffix) -> Quantity {
        let digits = parts.integer + parts.fraction
        let significant = digits.drop { $0 == "0" }
        let kept = significant.prefix(36)
        let mantissa = Int128(kept) ?? 0
        let dropped = significant.count - kept.count
        let exponent = suffix.exponent - parts.fraction.count + dropped
        let exact = Quantity(mantissa: mantissa, exponent: exponent, format: suffix.format)
        guard exponent < -9 else { return exact }
        return Quantity(mantissa: exact.scaled(toExponent: -9), exponent: -9, format: suffix.format)
    }

    private static func binary(_ parts: QuantityParts, shift: Int) -> Quantity {
        let largest = Quantity(mantissa: Int128(Int64.max), exponent: 0, format: .binarySI)
        guard let integer = UInt64(parts.integer.isEmpty ? "0" : parts.integer) else { return largest }
        // Eighteen digits of the fraction, and whether there is something behind them.
        let kept = parts.fraction.prefix(18)
        let hasMore = parts.fraction.dropFirst(18).contains { $0 != "0" }
        let scale = String(repeating: "0", count: 18 - kept.count)
        let fraction = (Int128(kept + scale) ?? 0) << shift
        let nano = Quantity(mantissa: fraction, exponent: -18, format: .binarySI).scaled(toExponent: -9)
        let isExact = !hasMore || !fraction.isMultiple(of: 1_000_000_000)
        let whole = Int128(integer) << shift
        guard whole < Int128(Int64.max) else { return largest }
        let amount = whole * 1_000_000_000 + nano + (isExact ? 0 : 1)
        if amount > 0, amount < 1_000_000_000 {
            return Quantity(mantissa: amount, exponent: -9, format: .decimalSI)
        }
        return Quantity(mantissa: amount, exponent: -9, format: .binarySI)
    }
}

extension Quantity: Codable {
    /// Null is nothing; a string is read by `init(_:)`, and so is a number.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard !container.decodeNil() else {
            self = .zero
            return
        }
        let text: String
        do {
            text = try container.decode(String.self)
        } catch {
            text = try Self.numberText(container)
        }
        try self.init(String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    private static func numberText(_ container: any SingleValueDecodingContainer) throws -> String {
        do {
            return String(try container.decode(Int64.self))
        } catch {
            return try container.decode(Double.self).description
        }
    }
}

/// The parts of a quantity's text.
private struct QuantityParts {
    var isNegative = false
    /// Digits before the point, without leading zeros.
    var integer: Substring
    /// Digits behind the point.
    var fraction: Substring
    var suffix: Substring

    init(_ text: String) throws(QuantityError) {
        var rest = text[...]
        if rest.first == "-" || rest.first == "+" {
            isNegative = rest.first == "-"
            rest = rest.dropFirst()
        }
        rest = rest.drop { $0 == "0" }
        integer = rest.prefix(while: Self.isDigit)
        rest = rest.dropFirst(integer.count)
        fraction = ""
        if rest.first == "." {
            fraction = rest.dropFirst().prefix(while: Self.isDigit)
            rest = rest.dropFirst(1 + fraction.count)
        }
        suffix = rest
        rest = rest.drop { "eEinumkKMGTP".contains($0) }
        if rest.first == "-" || rest.first == "+" { rest = rest.dropFirst() }
        guard rest.allSatisfy(Self.isDigit) else { throw .format }
    }

    /// Whether kubectl keeps the text as it was written, taking it to be canonical.
    func staysVerbatim(_ suffix: QuantitySuffix) -> Bool {
        let digits = (integer.isEmpty ? "0" : integer) + fraction
        if suffix.base == 2 {
            let room = 15 - integer.count - suffix.exponent * 3 / 10 - 1
            guard fraction.isEmpty, room >= 0, let value = Int64(digits) else { return false }
            return value & 7 != 0
        }
        let scale = suffix.exponent - fraction.count
        guard digits.count <= 18, scale >= -9 else { return false }
        return scale.isMultiple(of: 3) && !digits.hasSuffix("000") && digits.first != "0"
    }

    private static func isDigit(_ character: Character) -> Bool {
        ("0"..."9").contains(character)
    }
}
