/// What stands behind the number of a quantity: the power of ten or of two that it counts.
struct QuantitySuffix: Hashable {
    /// 2 or 10.
    let base: Int
    let exponent: Int
    let format: Quantity.Format

    private static let binary = ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"]
    private static let decimal = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"]

    /// Reads a suffix: one of the SI's, or "e" or "E" and a number; nil for any other text.
    init?(_ text: Substring) {
        if let index = Self.decimal.firstIndex(where: { $0 == text }) {
            self.init(base: 10, exponent: index * 3 - 9, format: .decimalSI)
        } else if let index = Self.binary.firstIndex(where: { $0 == text }) {
            self.init(base: 2, exponent: (index + 1) * 10, format: .binarySI)
        } else if text.first == "e" || text.first == "E", let exponent = Int32(text.dropFirst()) {
            self.init(base: 10, exponent: Int(exponent), format: .decimalExponent)
        } else {
            return nil
        }
    }

    init(base: Int, exponent: Int, format: Quantity.Format) {
        self.base = base
        self.exponent = exponent
        self.format = format
    }

    /// The suffix as it is written; nothing where the format has none for the exponent.
    var text: String {
        switch format {
        case .decimalExponent: exponent == 0 ? "" : "e\(exponent)"
        case .decimalSI: Self.text(in: Self.decimal, at: exponent / 3 + 3)
        case .binarySI: Self.text(in: Self.binary, at: exponent / 10 - 1)
        }
    }

    private static func text(in suffixes: [String], at index: Int) -> String {
        suffixes.indices.contains(index) ? suffixes[index] : ""
    }
}
