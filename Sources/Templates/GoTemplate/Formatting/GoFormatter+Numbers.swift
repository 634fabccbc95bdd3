import StdlibExtensions

extension GoFormatter {
    mutating func printInteger(_ value: GoValue, _ magnitude: UInt64, isNegative: Bool, verb: Unicode.Scalar) {
        let bits = isNegative ? ~magnitude &+ 1 : magnitude
        switch verb {
        case "v", "d": printDigits(magnitude, isNegative: isNegative, radix: 10)
        case "b": printDigits(magnitude, isNegative: isNegative, radix: 2, prefix: flags.sharp ? "0b" : "")
        case "o": printDigits(magnitude, isNegative: isNegative, radix: 8, prefix: flags.sharp ? "0" : "")
        case "O":
            printDigits(magnitude, isNegative: isNegative, radix: 8, prefix: flags.sharp ? "0o0" : "0o")
        case "x": printDigits(magnitude, isNegative: isNegative, radix: 16, prefix: flags.sharp ? "0x" : "")
        case "X": printDigits(magnitude, isNegative: isNegative, radix: -16, prefix: flags.sharp ? "0X" : "")
        case "c": pad(String(Character(Self.scalar(bits))))
        case "q":
            let scalar = Self.scalar(bits)
            pad("'" + scalar.goEscaped(quote: "'", asASCII: flags.plus) + "'")
        case "U": printUnicode(bits)
        default: refuse(verb, value)
        }
    }

    /// - Parameters:
    ///   - radix: Negative for upper case.
    ///   - prefix: What the sharp flag puts before the digits; the zero of an octal number only where there is none.
    private mutating func printDigits(_ magnitude: UInt64, isNegative: Bool, radix: Int, prefix: String = "") {
        var digits = String(magnitude, radix: abs(radix), uppercase: radix < 0)
        let sign = isNegative ? "-" : flags.plus ? "+" : flags.space ? " " : ""
        var count = flags.precision ?? 0
        if flags.precision == 0, magnitude == 0 { return writePadding(flags.width ?? 0, withZeros: false) }
        if flags.precision == nil, flags.zero, !flags.minus, let width = flags.width {
            count = width - sign.utf8.count
        }
        digits = String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
        var prefix = prefix
        if prefix.hasSuffix("0"), digits.hasPrefix("0") { prefix.removeLast() }
        pad(GoString(sign + prefix + digits), withZeros: false)
    }

    mutating func printFloat(_ value: GoValue, _ number: Double, verb: Unicode.Scalar) {
        switch verb {
        case "v": printFloat(number, form: "g", defaultPrecision: -1, verb: verb)
        case "b", "g", "G", "x", "X": printFloat(number, form: verb, defaultPrecision: -1, verb: verb)
        case "f", "e", "E": printFloat(number, form: verb, defaultPrecision: 6, verb: verb)
        case "F": printFloat(number, form: "f", defaultPrecision: 6, verb: verb)
        default: refuse(verb, value)
        }
    }

    mutating func printComplex(_ value: GoValue, _ real: Double, _ imaginary: Double, verb: Unicode.Scalar) {
        guard "vbgGxXfFeE".unicodeScalars.contains(verb) else { return refuse(verb, value) }
        let plus = flags.plus
        write("(")
        printFloat(value, real, verb: verb)
        flags.plus = true
        printFloat(value, imaginary, verb: verb)
        write("i)")
        flags.plus = plus
    }

    private mutating func printFloat(
        _ number: Double, form: Unicode.Scalar, defaultPrecision: Int, verb: Unicode.Scalar
    ) {
        let precision = flags.precision ?? defaultPrecision
        var text = GoFloatText.text(number, form: form, precision: precision)
        let sign = text.hasPrefix("-") ? "-" : flags.plus ? "+" : flags.space ? " " : ""
        if text.hasPrefix("-") || text.hasPrefix("+") { text.removeFirst() }
        guard number.isFinite else {
            let shown = number.isNaN ? sign : sign.isEmpty && !number.isNaN ? "+" : sign
            return pad(GoString(shown + text), withZeros: false)
        }
        if flags.sharp, form != "b" {
            text = GoFloatText.withPoint(text, form: form, precision: precision)
        }
        if flags.zero, !flags.minus, !sign.isEmpty, let width = flags.width, width > text.utf8.count + 1 {
            write(sign)
            writePadding(width - text.utf8.count - 1)
            write(text)
        } else {
            pad(sign + text)
        }
    }
}
