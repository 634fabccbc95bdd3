import StdlibExtensions

/// Cuts a template into tokens, by the rules of Go's `text/template/parse`.
///
/// The last token is `end` or `error`.
struct TemplateLexer {
    private static let leftDelimiter = Array("{{".utf8)
    private static let rightDelimiter = Array("}}".utf8)

    private let source: [UInt8]
    private var position = 0
    private var start = 0
    private var line = 1
    private var startLine = 1
    private var parenthesisDepth = 0
    private var isInAction = false
    private var tokens: [TemplateToken] = []

    /// The tokens of `source`.
    static func tokens(of source: String) -> [TemplateToken] {
        var lexer = TemplateLexer(source: Array(source.utf8))
        while lexer.tokens.last?.isLast != true {
            if lexer.isInAction { lexer.readInAction() } else { lexer.readText() }
        }
        return lexer.tokens
    }

    private init(source: [UInt8]) {
        self.source = source
    }

    // MARK: - Places

    private mutating func emit(_ kind: TemplateToken.Kind) {
        let text = String(decoding: source[start..<position], as: UTF8.self)
        tokens.append(TemplateToken(kind: kind, position: start, line: startLine, text: text))
        startLine = line
        start = position
    }

    private mutating func fail(_ message: String) {
        tokens.append(TemplateToken(kind: .error, position: start, line: startLine, text: message))
    }

    /// Goes on to `position`, over bytes that belong to no token.
    private mutating func skip(to position: Int) {
        countLines(upTo: position)
        self.position = position
        start = position
        startLine = line
    }

    /// Counts the line ends from `start` on.
    private mutating func countLines(upTo end: Int) {
        for byte in source[start..<end] where byte == UInt8(ascii: "\n") { line += 1 }
    }

    private func peek() -> Unicode.Scalar? {
        position < source.count ? Rune(at: position, of: source).scalar ?? "\u{FFFD}" : nil
    }

    private mutating func next() -> Unicode.Scalar? {
        guard position < source.count else { return nil }
        let rune = Rune(at: position, of: source)
        position += rune.width
        if rune.scalar == "\n" { line += 1 }
        return rune.scalar ?? "\u{FFFD}"
    }

    private mutating func accept(_ characters: String) -> Bool {
        guard let next = peek(), characters.unicodeScalars.contains(next) else { return false }
        position += 1
        return true
    }

    private mutating func acceptRun(_ characters: String) {
        while accept(characters) {}
    }

    private func isAt(_ bytes: [UInt8], _ position: Int) -> Bool {
        position <= source.count && source[position...].starts(with: bytes)
    }

    private func isSpace(_ position: Int) -> Bool {
        source.indices.contains(position) && Self.isSpace(source[position])
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
            || byte == UInt8(ascii: "\n")
    }

    private func isHyphen(_ position: Int) -> Bool {
        source.indices.contains(position) && source[position] == UInt8(ascii: "-")
    }

    /// Where the spaces that begin at `position` end.
    private func endOfSpaces(from position: Int) -> Int {
        source[position...].firstIndex { !Self.isSpace($0) } ?? source.count
    }

    // MARK: - Text and delimiters

    private mutating func readText() {
        guard let delimiter = source[position...].firstIndex(of: Self.leftDelimiter) else {
            countLines(upTo: source.count)
            position = source.count
            if position > start { emit(.text) }
            emit(.end)
            return
        }
        let trims = isHyphen(delimiter + 2) && isSpace(delimiter + 3)
        let text = source[start..<delimiter]
        let kept = trims ? (text.lastIndex { !Self.isSpace($0) }.map { $0 + 1 } ?? start) : delimiter
        if kept > start {
            countLines(upTo: kept)
            position = kept
            emit(.text)
        }
        skip(to: delimiter)
        let content = delimiter + 2 + (trims ? 2 : 0)
        if isAt(Array("/*".utf8), content) {
            skip(to: content)
            readComment()
            return
        }
        position = delimiter + 2
        emit(.leftDelimiter)
        skip(to: content)
        isInAction = true
        parenthesisDepth = 0
    }

    private mutating func readComment() {
        guard let end = source[(position + 2)...].firstIndex(of: Array("*/".utf8)) else {
            return fail("unclosed comment")
        }
        position = end + 2
        guard let delimiter = rightDelimiterAhead else { return fail("comment ends before closing delimiter") }
        skip(to: delimiter.trims ? endOfSpaces(from: position + 4) : position + 2)
    }

    /// Whether a right delimiter stands here, and whether it trims the text behind it.
    private var rightDelimiterAhead: (trims: Bool, Void)? {
        if isSpace(position), isHyphen(position + 1), isAt(Self.rightDelimiter, position + 2) { return (true, ()) }
        return isAt(Self.rightDelimiter, position) ? (false, ()) : nil
    }

    private mutating func readRightDelimiter(trims: Bool) {
        if trims { skip(to: position + 2) }
        position += 2
        emit(.rightDelimiter)
        if trims { skip(to: endOfSpaces(from: position)) }
        isInAction = false
    }

    // MARK: - Actions

    private mutating func readInAction() {
        if let delimiter = rightDelimiterAhead {
            if parenthesisDepth > 0 { return fail("unclosed left paren") }
            return readRightDelimiter(trims: delimiter.trims)
        }
        if isSpace(position) { return readSpaces() }
        guard let character = next() else { return fail("unclosed action") }
        switch character {
        case "=": emit(.assign)
        case ":":
            guard next() == "=" else { return fail("expected :=") }
            emit(.declare)
        case "|": emit(.pipe)
        case "\"": readQuoted(until: "\"", .string, fault: "unterminated quoted string")
        case "'": readQuoted(until: "'", .characterConstant, fault: "unterminated character constant")
        case "`": readRawString()
        case "$": readName(.variable)
        case ".":
            // A point can begin a number too.
            if let next = peek(), !("0"..."9").contains(next) { return readField() }
            position -= 1
            readNumber()
        case "+", "-", "0"..."9":
            position -= 1
            readNumber()
        case "(":
            parenthesisDepth += 1
            emit(.leftParenthesis)
        case ")":
            parenthesisDepth -= 1
            if parenthesisDepth < 0 { return fail("unexpected right paren") }
            emit(.rightParenthesis)
        default:
            if character.isGoAlphanumeric { return readIdentifier() }
            if character.isASCII && character.isGoPrintable { return emit(.character) }
            fail("unrecognized character in action: \(GoFormatter.unicodeText(character))")
        }
    }

    private mutating func readSpaces() {
        let first = position
        while isSpace(position) { _ = next() }
        // The last space may belong to a delimiter that trims.
        if isHyphen(position), isAt(Self.rightDelimiter, position + 1) {
            position -= 1
            if source[position] == UInt8(ascii: "\n") { line -= 1 }
            if position == first { return readRightDelimiter(trims: true) }
        }
        emit(.space)
    }

    private mutating func readIdentifier() {
        readAlphanumerics()
        guard isAtTerminator else { return failAtBadCharacter() }
        let word = String(decoding: source[start..<position], as: UTF8.self)
        if let keyword = TemplateToken.Keyword(rawValue: word) {
            emit(.keyword(keyword))
        } else {
            emit(word == "true" || word == "false" ? .bool : .identifier)
        }
    }

    private mutating func readField() {
        if isAtTerminator { return emit(.keyword(.dot)) }
        readName(.field)
    }

    private mutating func readName(_ kind: TemplateToken.Kind) {
        readAlphanumerics()
        guard isAtTerminator else { return failAtBadCharacter() }
        emit(kind)
    }

    private mutating func readAlphanumerics() {
        while let next = peek(), next.isGoAlphanumeric { _ = self.next() }
    }

    private mutating func failAtBadCharacter() {
        fail("bad character \(peek().map(GoFormatter.unicodeText) ?? "U+FFFFFFFFFFFFFFFF")")
    }

    /// Whether a name may end here.
    private var isAtTerminator: Bool {
        guard let next = peek() else { return true }
        switch next {
        case " ", "\t", "\r", "\n", ".", ",", "|", ":", ")", "(": return true
        default: return isAt(Self.rightDelimiter, position)
        }
    }

    private mutating func readQuoted(until quote: Unicode.Scalar, _ kind: TemplateToken.Kind, fault: String) {
        while true {
            var character = next()
            if character == quote { return emit(kind) }
            if character == "\\" { character = next() }
            if character == nil || character == "\n" { return fail(fault) }
        }
    }

    private mutating func readRawString() {
        while true {
            guard let character = next() else { return fail("unterminated raw quoted string") }
            if character == "`" { return emit(.rawString) }
        }
    }

    private mutating func readNumber() {
        var kind = TemplateToken.Kind.number
        var isGood = scanNumber()
        if isGood, let sign = peek(), sign == "+" || sign == "-" {
            // A complex constant such as 1+2i.
            isGood = scanNumber() && source[position - 1] == UInt8(ascii: "i")
            kind = .complex
        }
        guard isGood else {
            let text = GoString(Array(source[start..<position]))
            return fail("bad number syntax: \(text.quoted())")
        }
        emit(kind)
    }

    /// Reads about a number; whether it is one the parser finds out.
    private mutating func scanNumber() -> Bool {
        _ = accept("+-")
        var digits = "0123456789_"
        var exponent = "eE"
        if accept("0") {
            if accept("xX") {
                (digits, exponent) = ("0123456789abcdefABCDEF_", "pP")
            } else if accept("oO") {
                (digits, exponent) = ("01234567_", "")
            } else if accept("bB") {
                (digits, exponent) = ("01_", "")
            }
        }
        acceptRun(digits)
        if accept(".") { acceptRun(digits) }
        if accept(exponent) {
            _ = accept("+-")
            acceptRun("0123456789_")
        }
        _ = accept("i")
        guard let next = peek(), next.isGoAlphanumeric else { return true }
        _ = self.next()
        return false
    }
}

extension TemplateToken {
    /// Whether no token comes behind it.
    fileprivate var isLast: Bool {
        switch kind {
        case .end, .error: true
        default: false
        }
    }
}

extension ArraySlice<UInt8> {
    /// Where `bytes`, of which there are two, stand first.
    fileprivate func firstIndex(of bytes: [UInt8]) -> Int? {
        var index = startIndex
        while index + bytes.count <= endIndex {
            if self[index...].starts(with: bytes) { return index }
            index += 1
        }
        return nil
    }
}
