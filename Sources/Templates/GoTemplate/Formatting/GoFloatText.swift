import Glibc
import StdlibExtensions

/// The texts of Go's `strconv.FormatFloat`.
enum GoFloatText {
    /// - Parameters:
    ///   - form: One of "b", "e", "E", "f", "g", "G", "x", "X".
    ///   - precision: -1 for as many digits as are needed to tell the number.
    static func text(_ number: Double, form: Unicode.Scalar, precision: Int) -> String {
        guard number.isFinite else { return number.isNaN ? "NaN" : number < 0 ? "-Inf" : "+Inf" }
        switch form {
        case "b": return binary(number)
        case "x": return hexadecimal(number, precision: precision)
        case "X": return hexadecimal(number, precision: precision).uppercased()
        case "g" where precision < 0: return number.goGeneralText()
        case "G" where precision < 0: return number.goGeneralText().uppercased()
        default: return printed("%.\(max(0, precision))\(form)", number)
        }
    }

    /// C's text, which is Go's too where there is a precision: the exponent has at least two digits in both.
    private static func printed(_ format: String, _ number: Double) -> String {
        withVaList([number]) { arguments in
            var characters = [CChar](repeating: 0, count: 512)
            var length = withVaList([number]) { vsnprintf(&characters, characters.count, format, $0) }
            if length >= characters.count {
                characters = [CChar](repeating: 0, count: Int(length) + 1)
                length = vsnprintf(&characters, characters.count, format, arguments)
            }
            return String(decoding: characters.prefix(Int(length)).map(UInt8.init(bitPattern:)), as: UTF8.self)
        }
    }

    /// Mantissa and power of two: `4503599627370496p-52`.
    private static func binary(_ number: Double) -> String {
        let isNormal = number.exponentBitPattern != 0
        let mantissa = number.significandBitPattern | (isNormal ? 1 << 52 : 0)
        let exponent = (isNormal ? Int(number.exponentBitPattern) : 1) - 1023 - 52
        return "\(number.sign == .minus ? "-" : "")\(mantissa)p\(exponent < 0 ? "" : "+")\(exponent)"
    }

    /// A hexadecimal mantissa of one digit before the point: `0x1.8p+01`.
    private static func hexadecimal(_ number: Double, precision: Int) -> String {
        // The number is 1.fraction × 2^exponent, with the fraction in the upper 52 bits of 60.
        var exponent = number == 0 ? 0 : Int(number.magnitude.exponent)
        var mantissa: UInt64 = number == 0 ? 0 : UInt64(number.magnitude.significand * 0x1p60)
        if precision >= 0, precision < 15 {
            let shift = UInt64(60 - 4 * precision)
            let extra = mantissa & ((1 << shift) - 1)
            mantissa >>= shift
            if extra | (mantissa & 1) > 1 << (shift - 1) { mantissa += 1 }
            mantissa <<= shift
            if mantissa & (1 << 61) != 0 {
                mantissa >>= 1
                exponent += 1
            }
        }
        var digits = String(mantissa & ((1 << 60) - 1), radix: 16)
        digits = String(repeating: "0", count: 15 - digits.utf8.count) + digits
        if precision < 0 {
            while digits.hasSuffix("0") { digits.removeLast() }
        } else {
            digits = String(digits.prefix(precision)) + String(repeating: "0", count: max(0, precision - 15))
        }
        let power = String(abs(exponent))
        return "\(number.sign == .minus ? "-" : "")0x\(mantissa >> 60)\(digits.isEmpty ? "" : ".")\(digits)"
            + "p\(exponent < 0 ? "-" : "+")\(power.utf8.count < 2 ? "0" : "")\(power)"
    }

    /// The text with a point, and with zeros up to the precision for `%g`: what the sharp flag asks for.
    static func withPoint(_ text: String, form: Unicode.Scalar, precision: Int) -> String {
        let isHexadecimal = form == "x" || form == "X"
        let end = text.firstIndex { isHexadecimal ? $0 == "p" || $0 == "P" : $0 == "e" || $0 == "E" } ?? text.endIndex
        var number = String(text[..<end])
        var digits = form == "g" || form == "G" || form == "x" ? (precision < 0 ? 6 : precision) : 0
        var sawDigit = false
        for character in number.utf8 where character != UInt8(ascii: ".") {
            if character != UInt8(ascii: "0") { sawDigit = true }
            if sawDigit { digits -= 1 }
        }
        if !number.contains(".") {
            if number == "0" { digits -= 1 }
            number += "."
        }
        return number + String(repeating: "0", count: max(0, digits)) + text[end...]
    }
}
