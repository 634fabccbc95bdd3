extension JSONTreeBuilder {
    /// Reads tokens up to the end of the bytes, a cut token or a failure, and returns the place where it stopped.
    mutating func run(_ scanner: JSONScanner, atEnd: Bool) -> Int {
        var index = 0
        if let token = cutToken {
            cutToken = nil
            guard let next = resume(token, scanner, atEnd: atEnd) else { return 0 }
            index = next
        }
        while true {
            index = skipSpace(scanner, index)
            guard index < scanner.count, let next = readToken(scanner, index, atEnd: atEnd) else { return index }
            index = next
        }
    }

    /// Reads one token and returns the place after it; nil when it is cut or wrong.
    @inline(__always)
    mutating func readToken(_ scanner: JSONScanner, _ index: Int, atEnd: Bool) -> Int? {
        let byte = scanner[index]
        switch (expectation, byte) {
        case (.key, UInt8(ascii: "\"")), (.keyOrEnd, UInt8(ascii: "\"")):
            if let short = scanner.shortString(at: index + 1) {
                push(key: keyTexts.entry(for: short, start: index + 1, of: scanner))
                return index + 2 + short.length
            }
            return readString(scanner, start: index, StringScan(index: index + 1), atEnd: atEnd)
        case (.value, UInt8(ascii: "\"")), (.valueOrEnd, UInt8(ascii: "\"")):
            if let short = scanner.shortString(at: index + 1) {
                let end = index + 2 + short.length
                complete(.string(texts.entry(for: short, start: index + 1, of: scanner).text), end: end)
                return !hasFailed ? end : nil
            }
            return readString(scanner, start: index, StringScan(index: index + 1), atEnd: atEnd)
        case (.keyOrEnd, UInt8(ascii: "}")):
            closeObject(scanner, end: index + 1)
        case (.key, _), (.keyOrEnd, _):
            return failCharacter(scanner, index, .beginningOfKey, atEnd: atEnd)
        case (.valueOrEnd, UInt8(ascii: "]")):
            closeArray(scanner, end: index + 1)
        case (.value, _), (.valueOrEnd, _):
            return readValue(byte, scanner, index, atEnd: atEnd)
        case (.colon, UInt8(ascii: ":")):
            expectation = .value
        case (.colon, _):
            return failCharacter(scanner, index, .afterKey, atEnd: atEnd)
        case (.commaOrEnd, UInt8(ascii: ",")):
            expectation = current.kind == .object ? .key : .value
        case (.commaOrEnd, UInt8(ascii: "}")) where current.kind == .object:
            closeObject(scanner, end: index + 1)
        case (.commaOrEnd, UInt8(ascii: "]")) where current.kind == .array:
            closeArray(scanner, end: index + 1)
        case (.commaOrEnd, _):
            let place = current.kind == .object ? JSONPlace.afterMember : .afterElement
            return failCharacter(scanner, index, place, atEnd: atEnd)
        case (.end, _):
            return failCharacter(scanner, index, .afterDocument, atEnd: atEnd)
        }
        return !hasFailed ? index + 1 : nil
    }

    mutating func readValue(_ byte: UInt8, _ scanner: JSONScanner, _ index: Int, atEnd: Bool) -> Int? {
        switch byte {
        case UInt8(ascii: "{"):
            return open(.object, scanner, index)
        case UInt8(ascii: "["):
            return open(.array, scanner, index)
        case UInt8(ascii: "-"):
            return readNumber(scanner, start: index, length: 1, .minus, atEnd: atEnd)
        case UInt8(ascii: "0"):
            return readNumber(scanner, start: index, length: 1, .zero, atEnd: atEnd)
        case UInt8(ascii: "1")...UInt8(ascii: "9"):
            return readNumber(scanner, start: index, length: 1, .integer, atEnd: atEnd)
        case UInt8(ascii: "t"):
            return readLiteral("true", .bool(true), scanner, index, atEnd: atEnd)
        case UInt8(ascii: "f"):
            return readLiteral("false", .bool(false), scanner, index, atEnd: atEnd)
        case UInt8(ascii: "n"):
            return readLiteral("null", .null, scanner, index, atEnd: atEnd)
        default:
            return failCharacter(scanner, index, .beginningOfValue, atEnd: atEnd)
        }
    }

    @inline(__always)
    mutating func skipSpace(_ scanner: JSONScanner, _ start: Int) -> Int {
        var index = start
        while index < scanner.count {
            switch scanner[index] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
            case UInt8(ascii: "\n"):
                line += 1
                lineStart = offset + index + 1
            default: return index
            }
            index += 1
        }
        return index
    }
}
