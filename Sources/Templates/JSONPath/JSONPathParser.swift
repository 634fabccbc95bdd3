import JSONModel
import StdlibExtensions

/// Reads the text of a JSONPath expression, with the rules and the words of client-go's `util/jsonpath`.
///
/// The dialect is read character by character, without a grammar: brackets end at the first `]` even inside of quotes,
/// and a filter is cut in two at its first operator before its parts are read on their own.
struct JSONPathParser {
    /// How deep filters may stand in filters; client-go has no bound but its stack.
    private static let deepestNesting = 100

    private let scalars: [Unicode.Scalar]
    private var position = 0
    /// Where the text begins that was read but not yet taken.
    private var start = 0
    private let depth: Int

    private init(_ text: String, depth: Int) {
        scalars = Array(text.unicodeScalars)
        self.depth = depth
    }

    /// The nodes of a whole text: literal text and a list for each pair of braces.
    static func parse(_ text: String) throws(TemplateError) -> [JSONPathNode] {
        var parser = JSONPathParser(text, depth: 0)
        return try parser.parseText()
    }

    /// The nodes of a part that is written without braces.
    private func parsePart(_ text: String) throws(TemplateError) -> [JSONPathNode] {
        guard depth < Self.deepestNesting else { throw .jsonPathSyntax("expression is nested too deeply") }
        var parser = JSONPathParser("{\(text)}", depth: depth + 1)
        let nodes = try parser.parseText()
        guard case .list(let inner)? = nodes.first else { return [] }
        return inner
    }

    // MARK: - Characters

    private mutating func next() -> Unicode.Scalar? {
        guard position < scalars.count else { return nil }
        defer { position += 1 }
        return scalars[position]
    }

    private var peeked: Unicode.Scalar? {
        position < scalars.count ? scalars[position] : nil
    }

    private func stands(_ prefix: String) -> Bool {
        scalars[position...].starts(with: prefix.unicodeScalars)
    }

    private mutating func take() -> String {
        defer { start = position }
        return Self.string(scalars[start..<position])
    }

    private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    // MARK: - Text and braces

    private mutating func parseText() throws(TemplateError) -> [JSONPathNode] {
        var nodes: [JSONPathNode] = []
        while let scalar = next() {
            guard scalar == "{" else { continue }
            if position - 1 > start { nodes.append(.text(Self.string(scalars[start..<position - 1]))) }
            start = position
            nodes.append(.list(try parseAction()))
        }
        if position > start { nodes.append(.text(take())) }
        return nodes
    }

    /// Reads up to the closing brace and over it.
    private mutating func parseAction() throws(TemplateError) -> [JSONPathNode] {
        var nodes: [JSONPathNode] = []
        while true {
            if stands("[?(") {
                nodes.append(try parseFilter())
                continue
            }
            if stands("..") {
                try parseDescent(into: &nodes)
                continue
            }
            guard let scalar = next(), !scalar.isLineEnd else { throw .jsonPathSyntax("unclosed action") }
            switch scalar {
            case "}":
                _ = take()
                return nodes
            case " ", "@", "$": _ = take()
            case "[": nodes += try parseBracket()
            case "\"", "'": nodes.append(try parseQuote(scalar))
            case ".": nodes.append(parseField())
            case "+", "-": nodes.append(try parseNumber())
            case _ where scalar.isDecimalDigit:
                position -= 1
                nodes.append(try parseNumber())
            case _ where scalar.isWordCharacter:
                position -= 1
                nodes.append(parseIdentifier())
            default:
                throw .jsonPathSyntax("unrecognized character in action: \(scalar.goUnicodeText)")
            }
        }
    }

    // MARK: - Words and fields

    private mutating func parseIdentifier() -> JSONPathNode {
        while let scalar = peeked, !scalar.isTerminator { position += 1 }
        switch take() {
        case "true": return .literal(true)
        case "false": return .literal(false)
        case let word: return .identifier(word)
        }
    }

    private mutating func parseDescent(into nodes: inout [JSONPathNode]) throws(TemplateError) {
        if nodes.last == .descent { throw .jsonPathSyntax("invalid multiple recursive descent") }
        position += 2
        nodes.append(.descent)
        if peeked?.isWordCharacter == true { nodes.append(parseField()) }
        start = position
    }

    /// Reads a field's name up to a terminator without a backslash before it.
    private mutating func parseField() -> JSONPathNode {
        _ = take()
        while let scalar = peeked, !scalar.isTerminator {
            position += 1
            if scalar == "\\", position < scalars.count { position += 1 }
        }
        let name = take()
        return name == "*" ? .wildcard : .field(Self.string(name.unicodeScalars.filter { $0 != "\\" }))
    }

    // MARK: - Literals

    /// Reads a number, whose sign was read already.
    private mutating func parseNumber() throws(TemplateError) -> JSONPathNode {
        while let scalar = peeked, scalar == "." || scalar.isDecimalDigit { position += 1 }
        let text = take()
        if let integer = Int64(text) { return .literal(.number(JSONNumber(integer))) }
        let digits = text.unicodeScalars.drop { $0 == "+" || $0 == "-" }
        let isDecimal =
            digits.contains { $0 != "." } && digits.filter { $0 == "." }.count <= 1 && digits.allSatisfy(\.isASCII)
        guard isDecimal, let double = Double(Self.padded(text)), double.isFinite else {
            throw .jsonPathSyntax("cannot parse number \(text)")
        }
        // Written so that it does not count as an integer.
        return .literal(.number(JSONNumber(verbatim: double.description)))
    }

    /// Swift reads no "5." and no "+.5".
    private static func padded(_ text: String) -> String {
        text.hasSuffix(".") ? text + "0" : text
    }

    private mutating func parseQuote(_ quote: Unicode.Scalar) throws(TemplateError) -> JSONPathNode {
        while true {
            guard let scalar = next(), scalar != "\n" else { throw .jsonPathSyntax("unterminated quoted string") }
            if scalar == quote, scalars[position - 2] != "\\" { break }
        }
        let quoted = take()
        guard let text = JSONPathLiteral.unquoted(quoted) else {
            throw .jsonPathSyntax("unquote string \(quoted) error invalid syntax")
        }
        return .text(text)
    }

    // MARK: - Brackets

    /// Reads `[…]` behind its opening bracket.
    private mutating func parseBracket() throws(TemplateError) -> [JSONPathNode] {
        while true {
            guard let scalar = next(), scalar != "\n" else { throw .jsonPathSyntax("unterminated array") }
            if scalar == "]" { break }
        }
        let text = String(take().dropFirst().dropLast())
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        if parts.count > 1 {
            var union: [[JSONPathNode]] = []
            for part in parts { union.append(try parsePart("[\(part.trimming(" "))]")) }
            return [.union(union)]
        }
        if text.utf8.count >= 2, text.hasPrefix("'"), text.hasSuffix("'"), !text.dropFirst().dropLast().contains("'") {
            return try parsePart(".\(text.dropFirst().dropLast())")
        }
        return [.slice(try Self.slice(text == "*" ? ":" : text))]
    }

    private static func slice(_ text: String) throws(TemplateError) -> JSONPathSlice {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 3, parts.allSatisfy({ isIndex($0) }) else {
            throw .jsonPathSyntax("invalid array index \(text)")
        }
        var slice = JSONPathSlice()
        slice.start = try index(parts[0])
        if parts.count > 1 {
            slice.end = try index(parts[1])
        } else {
            slice.end = (slice.start ?? 0) &+ 1
            slice.isSingleIndex = true
        }
        if parts.count > 2 { slice.step = try index(parts[2]) }
        return slice
    }

    /// Digits with or without a minus; nothing is fine too.
    private static func isIndex(_ text: String) -> Bool {
        (text.hasPrefix("-") ? text.dropFirst() : text[...]).utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func index(_ text: String) throws(TemplateError) -> Int? {
        if text.isEmpty { return nil }
        guard let index = Int(text) else { throw .jsonPathSyntax("array index \(text) is not a number") }
        return index
    }

    // MARK: - Filters

    private mutating func parseFilter() throws(TemplateError) -> JSONPathNode {
        position += 3
        start = position
        try skipFilter()
        guard next() == "]" else { throw .jsonPathSyntax("unclosed array expect ]") }
        let text = take().unicodeScalars.dropLast(2)
        guard let (left, comparison, right) = Self.split(filter: text) else {
            return .filter(JSONPathFilter(left: try parsePart(String(text)), comparison: nil, right: []))
        }
        return .filter(
            JSONPathFilter(left: try parsePart(left), comparison: comparison, right: try parsePart(right)))
    }

    /// Goes over the closing parenthesis; the first pair of quotes may hold some.
    private mutating func skipFilter() throws(TemplateError) {
        var quote: Unicode.Scalar?
        var isClosed = false
        while true {
            guard let scalar = next(), scalar != "\n" else { throw .jsonPathSyntax("unterminated filter") }
            switch scalar {
            case "\"", "'":
                if quote == nil {
                    quote = scalar
                } else if scalars[position - 2] != "\\", scalar == quote {
                    isClosed = true
                }
            case ")" where (quote != nil) == isClosed: return
            default: break
            }
        }
    }

    /// The parts of `left operator right`; nil for a text without an operator and two sides.
    private static func split(
        filter text: Substring.UnicodeScalarView
    ) -> (left: String, comparison: String, right: String)? {
        let isOperator = { (scalar: Unicode.Scalar) in "!<>=".unicodeScalars.contains(scalar) }
        let left = text.prefix { !isOperator($0) }
        var comparison = text[left.endIndex...].prefix(while: isOperator)
        var right = text[comparison.endIndex...]
        if right.isEmpty, comparison.count > 1 {
            comparison = comparison.dropLast()
            right = text[comparison.endIndex...]
        }
        guard !left.isEmpty, !comparison.isEmpty, !right.isEmpty else { return nil }
        return (String(left), String(comparison), String(right))
    }
}

extension Substring {
    fileprivate func trimming(_ scalar: Unicode.Scalar) -> Substring {
        let start = unicodeScalars.firstIndex { $0 != scalar } ?? endIndex
        let end = unicodeScalars.lastIndex { $0 != scalar }.map(unicodeScalars.index(after:)) ?? start
        return self[start..<end]
    }
}

extension Unicode.Scalar {
    fileprivate var isLineEnd: Bool { self == "\r" || self == "\n" }

    /// What ends a word or a field's name.
    fileprivate var isTerminator: Bool {
        switch self {
        case " ", "\t", "\r", "\n", ".", ",", "[", "]", "$", "@", "{", "}": true
        default: false
        }
    }

    fileprivate var isDecimalDigit: Bool { properties.generalCategory == .decimalNumber }

    fileprivate var isWordCharacter: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber: true
        default: self == "_"
        }
    }
}
