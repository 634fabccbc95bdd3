extension StringProtocol {
    /// The text without white space at either end.
    package func trimmingSpace() -> String {
        let scalars = unicodeScalars.drop { $0.properties.isWhitespace }
        return String(String.UnicodeScalarView(scalars)).trimmingTrailingSpace()
    }

    /// The text without white space at its end.
    package func trimmingTrailingSpace() -> String {
        guard let last = unicodeScalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
        return String(String.UnicodeScalarView(unicodeScalars[...last]))
    }

    /// The text with spaces after it until it has `width` characters; a longer one stays as it is.
    package func padded(to width: Int) -> String {
        String(self) + String(repeating: " ", count: Swift.max(0, width - unicodeScalars.count))
    }
}
