/// Breaks lines at spaces, as the word wrapper does that kubectl uses for its help and for `explain`.
package enum WordWrap {
    /// The widths kubectl wraps to; a narrower terminal is left alone.
    package static func limit(columns: Int?) -> Int? {
        guard let columns else { return nil }
        return [120, 100, 80].first { columns >= $0 }
    }

    /// Breaks every line longer than `limit` characters at a space where there is one; nil leaves the text alone.
    ///
    /// The space at a break goes away, and a word longer than the limit stays whole. A tab counts as one character.
    package static func wrap(_ text: String, limit: Int?) -> String {
        guard let limit else { return text }
        var wrapper = WordWrapper(limit: limit)
        for scalar in text.unicodeScalars { wrapper.add(scalar) }
        return wrapper.finish()
    }
}

private struct WordWrapper {
    let limit: Int
    private var result = ""
    private var word = ""
    private var space = ""
    private var wordCount = 0
    private var spaceCount = 0
    private var column = 0

    init(limit: Int) { self.limit = limit }

    mutating func add(_ scalar: Unicode.Scalar) {
        if scalar == "\n" {
            if wordCount > 0 || column + spaceCount <= limit { flushSpace() }
            flushWord()
            space = ""
            spaceCount = 0
            result += "\n"
            column = 0
        } else if scalar.properties.isWhitespace, scalar != "\u{A0}" {
            if wordCount > 0 {
                flushSpace()
                flushWord()
            }
            space.unicodeScalars.append(scalar)
            spaceCount += 1
        } else {
            word.unicodeScalars.append(scalar)
            wordCount += 1
            if column + spaceCount + wordCount > limit, wordCount < limit {
                result += "\n"
                column = 0
                space = ""
                spaceCount = 0
            }
        }
    }

    mutating func finish() -> String {
        if wordCount > 0 || column + spaceCount <= limit { flushSpace() }
        flushWord()
        return result
    }

    private mutating func flushSpace() {
        result += space
        column += spaceCount
        space = ""
        spaceCount = 0
    }

    private mutating func flushWord() {
        result += word
        column += wordCount
        word = ""
        wordCount = 0
    }
}
