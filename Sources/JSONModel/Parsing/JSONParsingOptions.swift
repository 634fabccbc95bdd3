/// How much a JSON parser accepts and what it makes of numbers.
package struct JSONParsingOptions: Sendable, Hashable {
    /// The form in which numbers are kept.
    package enum NumberForm: Sendable, Hashable {
        /// Digit by digit as they are written.
        case asWritten
        /// As Go prints them after decoding: integers that fit 64 bits as they are, all others as doubles.
        ///
        /// This is what kubectl's untyped objects go through; see `JSONNumber.normalizedAsGo`.
        case normalizedAsGo
    }

    /// How many objects and arrays may stand inside each other; at most 10,000, which is also Go's limit.
    package var depthLimit: Int
    /// The largest size of one value in bytes; of a list, of one element or of what stands around the elements.
    package var byteLimit: Int?
    /// The form in which numbers are kept.
    package var numbers: NumberForm

    package init(depthLimit: Int = 10_000, byteLimit: Int? = nil, numbers: NumberForm = .asWritten) {
        self.depthLimit = min(depthLimit, 10_000)
        self.byteLimit = byteLimit
        self.numbers = numbers
    }
}
