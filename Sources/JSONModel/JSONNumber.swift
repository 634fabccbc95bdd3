/// A JSON number that keeps the text it was written with, so that nothing is lost on the way through.
///
/// Two numbers are equal when their texts are.
package struct JSONNumber: Sendable, Hashable {
    /// The number as written, a valid RFC 8259 number.
    package let text: String

    /// Takes over a text that is known to be a valid RFC 8259 number.
    package init(verbatim text: String) {
        self.text = text
    }

    package init(_ value: some BinaryInteger) {
        text = String(value)
    }

    /// The value as a signed 64-bit integer; nil when it has a fraction, an exponent, or does not fit.
    package var int64: Int64? { Int64(text) }

    /// The value as an unsigned 64-bit integer; nil when it has a fraction, an exponent, a sign, or does not fit.
    package var uint64: UInt64? { UInt64(text) }

    /// The nearest double; infinite when the number is too large for one.
    package var double: Double { Double(text) ?? .nan }

    /// Whether the number is written as an integer, of any size.
    package var isInteger: Bool { !text.utf8.contains { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") } }
}
