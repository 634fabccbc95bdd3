/// An amount of a resource, exact to the nano: "100m", "1500m", "2Gi", "1e3" (apimachinery `resource.Quantity`).
///
/// Amounts of more than 36 significant digits are cut off there; arithmetic stops at the largest amounts that 128 bits
/// hold. Two quantities are equal when their amounts are, however they are written.
package struct Quantity: Sendable {
    /// The family of suffixes a quantity is written with.
    package enum Format: Sendable, Hashable {
        /// "12e6"
        case decimalExponent
        /// "12Mi", for 12 × 2^20
        case binarySI
        /// "12M", for 12 × 10^6
        case decimalSI
    }

    /// The amount is `mantissa` × 10^`exponent`.
    let mantissa: Int128
    let exponent: Int
    /// The family of suffixes this quantity is written with.
    package let format: Format
    /// The text it was read from, where kubectl shows that instead of the canonical form.
    let verbatim: String?

    init(mantissa: Int128, exponent: Int, format: Format, verbatim: String? = nil) {
        self.mantissa = mantissa
        self.exponent = exponent
        self.format = format
        self.verbatim = verbatim
    }

    /// A whole amount.
    package init(_ value: Int64, format: Format = .decimalSI) {
        self.init(mantissa: Int128(value), exponent: 0, format: format)
    }

    /// An amount in thousandths.
    package init(milli: Int64, format: Format = .decimalSI) {
        self.init(mantissa: Int128(milli), exponent: -3, format: format)
    }

    /// Nothing of the resource, which takes on the format of what is added to it.
    package static let zero = Quantity(0)

    package var isZero: Bool { mantissa == 0 }

    /// The amount as a whole number, rounded away from zero.
    ///
    /// Where that does not fit into 64 bits it is nothing, or, if the amount was written with more digits than that,
    /// its lowest 64 bits (apimachinery's `ScaledValue`).
    package var value: Int64 { wholeNumber(ofExponent: 0) }

    /// The amount in thousandths, rounded away from zero; like `value` where that does not fit.
    package var milliValue: Int64 { wholeNumber(ofExponent: -3) }

    private func wholeNumber(ofExponent target: Int) -> Int64 {
        let number = scaled(toExponent: target)
        if let result = Int64(exactly: number) { return result }
        // apimachinery keeps amounts of up to 18 digits in another way than longer ones.
        return mantissa.magnitude < 1_000_000_000_000_000_000 ? 0 : Int64(truncatingIfNeeded: number)
    }

    /// The sum; it is written as this one is, and as the other one if this is nothing.
    package func adding(_ other: Quantity) -> Quantity {
        let format = isZero ? other.format : format
        let common = min(exponent, other.exponent)
        let (sum, overflow) = scaled(toExponent: common).addingReportingOverflow(other.scaled(toExponent: common))
        return Quantity(
            mantissa: overflow ? (mantissa < 0 ? .min : .max) : sum, exponent: common, format: format)
    }

    /// The difference; it is written as this one is, and as the other one if this is nothing.
    package func subtracting(_ other: Quantity) -> Quantity {
        let negated = other.mantissa == .min ? Int128.max : -other.mantissa
        return adding(Quantity(mantissa: negated, exponent: other.exponent, format: other.format))
    }

    /// The amount in units of 10^`target`, rounded away from zero, at most and at least what 128 bits hold.
    func scaled(toExponent target: Int) -> Int128 {
        guard mantissa != 0 else { return 0 }
        guard exponent < target else {
            var result = mantissa
            for _ in 0..<(exponent - target) {
                let (product, overflow) = result.multipliedReportingOverflow(by: 10)
                if overflow { return mantissa < 0 ? .min : .max }
                result = product
            }
            return result
        }
        guard target - exponent <= 38 else { return mantissa.signum() }
        var divisor: Int128 = 1
        for _ in 0..<(target - exponent) { divisor *= 10 }
        let (quotient, remainder) = mantissa.quotientAndRemainder(dividingBy: divisor)
        return remainder == 0 ? quotient : quotient + mantissa.signum()
    }
}

extension Quantity: Comparable {
    package static func == (left: Quantity, right: Quantity) -> Bool {
        let common = min(left.exponent, right.exponent)
        return left.scaled(toExponent: common) == right.scaled(toExponent: common)
    }

    package static func < (left: Quantity, right: Quantity) -> Bool {
        let common = min(left.exponent, right.exponent)
        return left.scaled(toExponent: common) < right.scaled(toExponent: common)
    }
}

extension Quantity: Hashable {
    package func hash(into hasher: inout Hasher) {
        var mantissa = mantissa
        var exponent = mantissa == 0 ? 0 : exponent
        while mantissa != 0, mantissa.isMultiple(of: 10) {
            mantissa /= 10
            exponent += 1
        }
        hasher.combine(mantissa)
        hasher.combine(exponent)
    }
}
