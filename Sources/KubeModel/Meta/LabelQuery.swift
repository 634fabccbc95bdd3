/// A label selector as it is written on command lines: `app=web,tier in (a, b),!old`.
///
/// The grammar is that of apimachinery's `labels.Parse`. Keys and values are not checked for their characters: what
/// no label can have is matched by none.
package struct LabelQuery: Sendable, Hashable {
    /// One condition; an object's labels meet a query when they meet all of them.
    package enum Requirement: Sendable, Hashable {
        case exists(String)
        case absent(String)
        /// The label has one of the values.
        case isOne(String, of: Set<String>)
        /// The label has none of the values, or is not there.
        case isNone(String, of: Set<String>)
        case greater(String, than: Int64)
        case less(String, than: Int64)
    }

    package let requirements: [Requirement]

    /// Reads a selector; an empty text has no requirement and matches everything.
    package init(_ text: String) throws(LabelQueryError) {
        var reader = LabelQueryReader(text)
        requirements = try reader.requirements()
    }

    /// Whether labels meet every requirement.
    package func matches(_ labels: [String: String]) -> Bool {
        requirements.allSatisfy { requirement in
            switch requirement {
            case .exists(let key): labels[key] != nil
            case .absent(let key): labels[key] == nil
            case .isOne(let key, let values): labels[key].map(values.contains) ?? false
            case .isNone(let key, let values): !(labels[key].map(values.contains) ?? false)
            case .greater(let key, let limit): labels[key].flatMap { Int64($0) }.map { $0 > limit } ?? false
            case .less(let key, let limit): labels[key].flatMap { Int64($0) }.map { $0 < limit } ?? false
            }
        }
    }
}

/// Why a text is no label selector: what was found, and what could stand there.
///
/// kubectl: `unable to parse requirement: found 'x', expected: …`, without the first words where it is not inside of a
/// requirement.
package struct LabelQueryError: Error, Hashable {
    package let found: String
    /// What was expected, in apimachinery's words.
    package let expected: String
    package let isInRequirement: Bool

    init(_ found: String, expected: String, isInRequirement: Bool = true) {
        self.found = found
        self.expected = expected
        self.isInRequirement = isInRequirement
    }
}

/// Takes a selector apart, token by token.
private struct LabelQueryReader {
    private enum Token: Hashable {
        case word(String)
        case symbol(String)
        case end

        var text: String {
            switch self {
            case .word(let text), .symbol(let text): text
            case .end: ""
            }
        }

        var word: String? { if case .word(let text) = self { text } else { nil } }
    }

    private static let operators = ["in", "notin", "=", "==", "!=", "gt", "lt"]
    private static let symbols: Set<Character> = ["=", "!", "(", ")", ",", ">", "<"]

    private var tokens: ArraySlice<Token>

    init(_ text: String) {
        var tokens: [Token] = []
        var rest = text[...]
        while let first = rest.first {
            if first == " " || first == "\t" || first == "\r" || first == "\n" {
                rest.removeFirst()
            } else if Self.symbols.contains(first) {
                let double = rest.prefix(2)
                let symbol = double == "==" || double == "!=" ? String(double) : String(first)
                tokens.append(.symbol(symbol))
                rest.removeFirst(symbol.count)
            } else {
                let word = rest.prefix { !Self.symbols.contains($0) && !$0.isWhitespace }
                tokens.append(.word(String(word)))
                rest = rest[word.endIndex...]
            }
        }
        self.tokens = tokens[...]
    }

    private var next: Token { tokens.first ?? .end }

    private mutating func take() -> Token { tokens.popFirst() ?? .end }

    mutating func requirements() throws(LabelQueryError) -> [LabelQuery.Requirement] {
        var requirements: [LabelQuery.Requirement] = []
        if next == .end { return [] }
        guard next.word != nil || next == .symbol("!") else {
            throw LabelQueryError(next.text, expected: "!, identifier, or 'end of string'", isInRequirement: false)
        }
        while true {
            requirements.append(try requirement())
            let separator = take()
            if separator == .end { return requirements }
            guard separator == .symbol(",") else {
                throw LabelQueryError(separator.text, expected: "',' or 'end of string'", isInRequirement: false)
            }
            guard next.word != nil || next == .symbol("!") else {
                throw LabelQueryError(next.text, expected: "identifier after ','", isInRequirement: false)
            }
        }
    }

    private mutating func requirement() throws(LabelQueryError) -> LabelQuery.Requirement {
        var isAbsent = false
        var token = take()
        if token == .symbol("!") {
            isAbsent = true
            token = take()
        }
        guard let key = token.word else { throw LabelQueryError(token.text, expected: "identifier") }
        if isAbsent { return .absent(key) }
        if next == .end || next == .symbol(",") { return .exists(key) }
        let comparison = take()
        switch comparison {
        case .word("in"): return .isOne(key, of: try valueList())
        case .word("notin"): return .isNone(key, of: try valueList())
        case .symbol("="), .symbol("=="): return .isOne(key, of: [try value()])
        case .symbol("!="): return .isNone(key, of: [try value()])
        case .symbol(">"): return .greater(key, than: Int64(try value()) ?? .max)
        case .symbol("<"): return .less(key, than: Int64(try value()) ?? .min)
        default:
            throw LabelQueryError(comparison.text, expected: Self.operators.joined(separator: ", "))
        }
    }

    private mutating func value() throws(LabelQueryError) -> String {
        if next == .end || next == .symbol(",") { return "" }
        let token = take()
        guard let word = token.word else { throw LabelQueryError(token.text, expected: "identifier") }
        return word
    }

    /// The values between parentheses; an empty place between commas is the empty value.
    private mutating func valueList() throws(LabelQueryError) -> Set<String> {
        let opening = take()
        guard opening == .symbol("(") else { throw LabelQueryError(opening.text, expected: "'('") }
        var values: Set<String> = []
        var isValueDue = true
        while true {
            let token = take()
            switch token {
            case .word(let word) where isValueDue:
                values.insert(word)
                isValueDue = false
            case .symbol(","):
                if isValueDue { values.insert("") }
                isValueDue = true
            case .symbol(")"):
                if isValueDue { values.insert("") }
                return values
            default:
                throw LabelQueryError(
                    token.text, expected: isValueDue ? "',', ')' or identifier" : "',' or ')'")
            }
        }
    }
}
