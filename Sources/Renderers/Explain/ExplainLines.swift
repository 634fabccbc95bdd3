import StdlibExtensions

/// Lines of an explanation, indented and wrapped by the rules of the older `explain`.
struct ExplainLines {
    private static let width = 80

    private var text = ""

    /// Moves what was added to `stream`, without what could control a terminal.
    mutating func take(into stream: inout some TextOutputStream) {
        stream.write(TerminalText.escaped(text))
        text = ""
    }

    /// Adds a line as it is; an empty one is not indented.
    mutating func add(_ line: String, indent: Int = 0) {
        if !line.isEmpty { text += String(repeating: " ", count: indent) + line }
        text += "\n"
    }

    /// Adds a text broken into lines of at most 80 bytes, each with the indent.
    mutating func addWrapped(_ text: String, indent: Int) {
        for line in Self.wrapped(text, width: Self.width - indent) { add(line, indent: indent) }
    }

    /// Fills lines with the words of a text.
    ///
    /// Its own line ends count only before and after empty lines and lines of code (indented by four spaces), before
    /// items of lists, and after a colon.
    static func wrapped(_ text: String, width: Int) -> [String] {
        var filler = LineFiller(width: width)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) { filler.add(String(line)) }
        return filler.finish()
    }
}

private struct LineFiller {
    let width: Int
    private var lines: [String] = []
    private var current = ""
    private var lastWord = ""

    init(width: Int) {
        self.width = width
    }

    mutating func add(_ line: String) {
        if line.hasPrefix("    ") {
            flush()
            lines.append(line)
            return
        }
        let words = line.words
        if words.isEmpty, !lines.isEmpty {
            flush()
            lines.append("")
            return
        }
        if lastWord.hasSuffix(":") || words.isEmpty || Self.isListItem(words, of: line) { flush() }
        for word in words {
            lastWord = word
            // A word that begins a line because the one before was full has no colon that counts.
            if !current.isEmpty, current.utf8.count + 1 + word.utf8.count > width { flush() }
            current += current.isEmpty ? word : " \(word)"
        }
    }

    mutating func finish() -> [String] {
        flush()
        return lines
    }

    private mutating func flush() {
        guard !current.isEmpty else { return }
        lastWord = ""
        lines.append(current)
        current = ""
    }

    /// Whether a line begins with "-", "*", "1" or "1." and something behind it.
    private static func isListItem(_ words: [String], of line: String) -> Bool {
        guard words.count > 1, let first = words.first else { return false }
        if first == "-" || first == "*" { return true }
        let digits = first.hasSuffix(".") ? first.dropLast() : first[...]
        return !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
