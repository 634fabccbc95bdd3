import StdlibExtensions

/// String and character literals of Go.
enum GoLiteral {
    /// The string a literal with its quotes stands for; nil where it is not valid (Go's `strconv.Unquote`).
    static func string(_ literal: String) -> GoString? {
        let bytes = Array(literal.utf8)
        guard bytes.count >= 2, let quote = bytes.first, quote == bytes.last else { return nil }
        let content = bytes[1..<(bytes.count - 1)]
        if quote == UInt8(ascii: "`") {
            guard !content.contains(quote) else { return nil }
            return GoString(content.filter { $0 != UInt8(ascii: "\r") })
        }
        guard quote == UInt8(ascii: "\""), !content.contains(UInt8(ascii: "\n")) else { return nil }
        var reader = Reader(rest: content, quote: quote)
        var result: [UInt8] = []
        while !reader.rest.isEmpty {
            guard let piece = reader.next() else { return nil }
            result += piece.bytes
        }
        return GoString(result)
    }

    enum CharacterFault: Error {
        case syntax
        case malformed
    }

    /// The character a literal such as `'a'` or `'\n'` stands for.
    static func character(_ literal: String) -> Result<Int, CharacterFault> {
        var reader = Reader(rest: Array(literal.utf8).dropFirst(), quote: UInt8(ascii: "'"))
        guard let piece = reader.next() else { return .failure(.syntax) }
        return reader.rest.elementsEqual([UInt8(ascii: "'")]) ? .success(Int(piece.value)) : .failure(.malformed)
    }

    /// One character of a literal: its value, and the bytes it stands for in a string.
    private struct Piece {
        let value: UInt32
        let bytes: [UInt8]

        init(_ scalar: Unicode.Scalar) {
            value = scalar.value
            bytes = Array(String(Character(scalar)).utf8)
        }

        init(byte: UInt8) {
            value = UInt32(byte)
            bytes = [byte]
        }
    }

    /// Reads what stands between the quotes (Go's `strconv.UnquoteChar`).
    private struct Reader {
        var rest: ArraySlice<UInt8>
        let quote: UInt8

        mutating func next() -> Piece? {
            guard let first = rest.first, first != quote else { return nil }
            if first != UInt8(ascii: "\\") {
                let rune = Rune(at: rest.startIndex, of: rest)
                rest = rest.dropFirst(rune.width)
                return Piece(rune.scalar ?? "\u{FFFD}")
            }
            rest = rest.dropFirst()
            guard let escape = rest.popFirst() else { return nil }
            switch escape {
            case UInt8(ascii: "a"): return Piece("\u{07}")
            case UInt8(ascii: "b"): return Piece("\u{08}")
            case UInt8(ascii: "f"): return Piece("\u{0C}")
            case UInt8(ascii: "n"): return Piece("\n")
            case UInt8(ascii: "r"): return Piece("\r")
            case UInt8(ascii: "t"): return Piece("\t")
            case UInt8(ascii: "v"): return Piece("\u{0B}")
            case UInt8(ascii: "\\"), quote: return Piece(byte: escape)
            case UInt8(ascii: "x"):
                return number(digits: 2, radix: 16).flatMap { UInt8(exactly: $0) }.map { Piece(byte: $0) }
            case UInt8(ascii: "u"): return number(digits: 4, radix: 16).flatMap(Unicode.Scalar.init).map { Piece($0) }
            case UInt8(ascii: "U"): return number(digits: 8, radix: 16).flatMap(Unicode.Scalar.init).map { Piece($0) }
            case UInt8(ascii: "0")...UInt8(ascii: "7"):
                return number(digits: 2, radix: 8)
                    .flatMap { UInt8(exactly: UInt32(escape - UInt8(ascii: "0")) * 64 + $0) }.map { Piece(byte: $0) }
            default: return nil
            }
        }

        private mutating func number(digits: Int, radix: Int) -> UInt32? {
            let text = rest.prefix(digits)
            // A sign is no digit.
            guard text.count == digits, text.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else {
                return nil
            }
            rest = rest.dropFirst(digits)
            return UInt32(String(decoding: text, as: UTF8.self), radix: radix)
        }
    }
}
