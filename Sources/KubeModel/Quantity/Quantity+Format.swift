extension Quantity: CustomStringConvertible {
    /// The quantity as kubectl shows it.
    ///
    /// That is the canonical form: no fraction, no more than two trailing zeros, and the largest suffix that allows it;
    /// powers of two only for whole amounts of 1024 and more. A few texts that are not canonical stay as they were
    /// written: "1.500" and "+5", but not "1.5".
    package var description: String {
        if let verbatim { return verbatim }
        if isZero { return "0" }
        if format == .binarySI, let whole = wholeMantissa, whole <= -1024 || whole >= 1024 {
            var amount = whole
            var exponent = 0
            while amount.magnitude >= 1024, amount.isMultiple(of: 1024) {
                amount /= 1024
                exponent += 10
            }
            return "\(amount)\(QuantitySuffix(base: 2, exponent: exponent, format: .binarySI).text)"
        }
        return decimalText
    }

    /// The amount in units of one where it is whole.
    private var wholeMantissa: Int128? {
        let whole = scaled(toExponent: 0)
        return exponent >= 0 || Quantity(mantissa: whole, exponent: 0, format: format) == self ? whole : nil
    }

    private var decimalText: String {
        var amount = mantissa
        var exponent = exponent
        while amount.magnitude >= 10, amount.isMultiple(of: 10) {
            amount /= 10
            exponent += 1
        }
        while !exponent.isMultiple(of: 3) {
            amount = amount.multipliedReportingOverflow(by: 10).partialValue
            exponent -= 1
        }
        let format = format == .decimalExponent ? Format.decimalExponent : .decimalSI
        return "\(amount)\(QuantitySuffix(base: 10, exponent: exponent, format: format).text)"
    }
}
