extension StringProtocol {
    /// The text without white space at either end.
    package func trimmingSpace() -> String {
        guard let first = unicodeScalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = unicodeScalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(self[first..<unicodeScalars.index(after: last)])
    }

    /// The text without white space at its end.
    package func trimmingTrailingSpace() -> String {
        guard let last = unicodeScalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
        return String(self[..<unicodeScalars.index(after: last)])
    }

    /// The words of the text, which white space separates (Go's `strings.Fields`).
    package var words: [String] {
        unicodeScalars.split { $0.properties.isWhitespace }.map { String(String.UnicodeScalarView($0)) }
    }

    /// The text with spaces after it until it has `width` characters; a longer one stays as it is.
    package func padded(to width: Int) -> String {
        String(self) + String(repeating: " ", count: Swift.max(0, width - unicodeScalars.count))
    }
}
