/// Takes a selector apart, token by token.
struct LabelQueryReader {
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

    private var tokens: ArraySlice<Token>

    init(_ text: String) {
        tokens = Self.tokens(of: Array(text.utf8))[...]
    }

    private static func tokens(of bytes: [UInt8]) -> [Token] {
        var tokens: [Token] = []
        var rest = bytes[...]
        while let first = rest.first {
            if isSpace(first) {
                rest.removeFirst()
            } else if isSymbol(first) {
                let two = String(decoding: rest.prefix(2), as: UTF8.self)
                let symbol = two == "==" || two == "!=" ? two : String(UnicodeScalar(first))
                tokens.append(.symbol(symbol))
                rest = rest.dropFirst(symbol.utf8.count)
            } else {
                let word = rest.prefix { !isSymbol($0) && !isSpace($0) }
                tokens.append(.word(String(decoding: word, as: UTF8.self)))
                rest = rest[word.endIndex...]
            }
        }
        return tokens
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        [0x20, 0x09, 0x0d, 0x0a].contains(byte)
    }

    private static func isSymbol(_ byte: UInt8) -> Bool {
        "=!(),><".utf8.contains(byte)
    }

    private var next: Token { tokens.first ?? .end }
    private var nextBeginsRequirement: Bool { next.word != nil || next == .symbol("!") }

    private mutating func take() -> Token { tokens.popFirst() ?? .end }

    mutating func requirements() throws(LabelQueryError) -> [LabelQuery.Requirement] {
        var requirements: [LabelQuery.Requirement] = []
        if next == .end { return [] }
        guard nextBeginsRequirement else { throw .unexpected(next.text, .requirement) }
        while true {
            requirements.append(try requirement())
            let separator = take()
            if separator == .end { return requirements }
            guard separator == .symbol(",") else { throw .unexpected(separator.text, .separator) }
            guard nextBeginsRequirement else { throw .unexpected(next.text, .nextRequirement) }
        }
    }

    private mutating func requirement() throws(LabelQueryError) -> LabelQuery.Requirement {
        var token = take()
        let isAbsent = token == .symbol("!")
        if isAbsent { token = take() }
        guard let key = token.word else { throw .unexpected(token.text, .key) }
        let faults = LabelSyntax.faults(ofKey: key)
        guard faults.isEmpty else { throw .invalidKey(key, faults) }
        if isAbsent { return .absent(key) }
        if next == .end || next == .symbol(",") { return .exists(key) }
        let comparison = take()
        switch comparison {
        case .word("in"): return .isOne(key, of: try valueList(of: key))
        case .word("notin"): return .isNone(key, of: try valueList(of: key))
        case .symbol("="), .symbol("=="): return .equals(key, try value(of: key))
        case .symbol("!="): return .differs(key, from: try value(of: key))
        case .symbol(">"): return .greater(key, than: try integer(of: key))
        case .symbol("<"): return .less(key, than: try integer(of: key))
        default: throw .unexpected(comparison.text, .comparison)
        }
    }

    /// The value behind a comparison, which may be empty.
    private mutating func word() throws(LabelQueryError) -> String {
        if next == .end || next == .symbol(",") { return "" }
        let token = take()
        guard let word = token.word else { throw .unexpected(token.text, .key) }
        return word
    }

    private mutating func value(of key: String) throws(LabelQueryError) -> String {
        let word = try word()
        try check([word], of: key)
        return word
    }

    private mutating func integer(of key: String) throws(LabelQueryError) -> Int64 {
        let word = try word()
        let integer = Int64(word)
        try check([word], of: key, others: integer == nil ? [.noInteger] : [])
        return integer ?? 0
    }

    private func check(
        _ values: [String], of key: String, others: [LabelFault] = []
    ) throws(LabelQueryError) {
        var invalid = others.map { LabelQueryError.InvalidValue(index: 0, value: values.first ?? "", fault: $0) }
        for (index, value) in values.enumerated() {
            invalid += LabelSyntax.faults(ofValue: value).map {
                LabelQueryError.InvalidValue(index: index, value: value, fault: $0)
            }
        }
        guard invalid.isEmpty else { throw .invalidValues(key: key, invalid) }
    }

    /// The values between parentheses; an empty place between commas is the empty value.
    private mutating func valueList(of key: String) throws(LabelQueryError) -> Set<String> {
        let opening = take()
        guard opening == .symbol("(") else { throw .unexpected(opening.text, .openingParenthesis) }
        var values: Set<String> = []
        var isFirst = true
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
                try check(values.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, of: key)
                return values
            default:
                throw .unexpected(token.text, isFirst ? .firstListValue : isValueDue ? .listValue : .listSeparator)
            }
            isFirst = false
        }
    }
}
