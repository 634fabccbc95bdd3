/// The parsing machine: fed bytes in pieces, it builds values and sets finished ones aside.
///
/// It keeps its own stack, so that nesting costs no stack of the thread. A token that is cut by the end of a piece is
/// taken up again, where the search for its end stopped, when the next piece is there.
struct JSONTreeBuilder: ~Copyable {
    /// Which values are set aside as soon as they are complete.
    enum Mode {
        /// One document, and nothing but white space after it.
        case document
        /// Any number of documents, one after another.
        case sequence
        /// The elements of the array that is the member of this name in the document.
        case list(String)
    }

    private enum Expectation {
        case value, valueOrEnd, key, keyOrEnd, colon, commaOrEnd, end
    }

    private enum CutToken {
        case string(StringScan)
        case number(NumberScan, length: Int)
    }

    private let mode: Mode
    private let options: JSONParsingOptions

    private var expectation = Expectation.value
    private var current = JSONFrame(.document, base: 0, start: 0, line: 1)
    private var parents = MoveStack<JSONFrame>()
    private var keys = MoveStack<String>()
    private var values = MoveStack<JSONValue>()
    private var keyHashes = MoveStack<UInt32>()
    private var keyTexts = JSONStringTable()
    private var texts = JSONStringTable()
    private var parts = JSONPartTable()

    /// The depth at which complete values are set aside instead of becoming part of others.
    private var harvestDepth = 0
    private var harvest: [JSONValue] = []
    /// The document when it is complete, except in a sequence.
    private(set) var document: JSONValue?

    /// A token whose end has not been found; positions count from its first byte.
    private var cutToken: CutToken?
    private var failure: JSONError?
    private var hasFailed = false
    /// How many bytes came before the first byte of the piece at hand.
    private var offset = 0
    private var line = 1
    /// The offset of the first byte of the line.
    private var lineStart = 0
    /// The offset up to which everything has been set aside.
    private var harvestedOffset = 0

    init(_ mode: Mode, options: JSONParsingOptions) {
        self.mode = mode
        self.options = options
    }

    /// The values set aside since the last call.
    mutating func takeHarvest() -> [JSONValue] {
        if harvest.isEmpty { return [] }
        let taken = harvest
        harvest = []
        return taken
    }

    /// The complete members of a document that is still open; empty when it is not an object.
    func openMembers() -> JSONObject {
        guard let root = openRoot, root.kind == .object else {
            return JSONObject()
        }
        let end = parents.count > 2 ? parents[2].base : parents.count == 2 ? current.base : values.count
        return JSONObject((root.base..<end).map { (key: keys[$0], value: values[$0]) })
    }

    private var openRoot: JSONFrame? {
        parents.count > 1 ? parents[1] : parents.count == 1 ? current : nil
    }

    /// Takes in bytes and returns how many of them are done with; the others are to come again, with more after them.
    mutating func consume(_ bytes: UnsafeRawBufferPointer, atEnd: Bool) throws(JSONError) -> Int {
        let consumed = run(JSONScanner(bytes), atEnd: atEnd)
        if let failure { throw failure }
        let pending = bytes.count - consumed
        offset += consumed
        if let limit = options.byteLimit, offset + pending - harvestedOffset > limit { throw .tooLarge(limit: limit) }
        if atEnd, pending > 0 || !isBetweenDocuments { throw .unexpectedEnd(at: position(pending)) }
        return consumed
    }

    private var isBetweenDocuments: Bool {
        if case .sequence = mode { parents.count == 0 } else { document != nil }
    }

    private func position(_ index: Int) -> JSONPosition {
        let place = offset + index
        return JSONPosition(offset: place, line: line, column: place - lineStart + 1)
    }
}

/// An object or array that is being read, or the document around everything.
struct JSONFrame {
    enum Kind { case document, array, object }

    let kind: Kind
    /// How many values were on the stack when it was opened.
    let base: Int
    /// The offset and the line of its first character.
    let start: Int
    let line: Int
    /// How many objects and arrays stand inside each other in it so far.
    var height = 0
    /// The keys there were, a bit each by their hash: a cheap proof that a key is new.
    var keyBits: UInt64 = 0
    var mayRepeatKeys = false

    init(_ kind: Kind, base: Int, start: Int, line: Int) {
        self.kind = kind
        self.base = base
        self.start = start
        self.line = line
    }
}

// MARK: - The grammar

extension JSONTreeBuilder {
    /// Reads tokens up to the end of the bytes, a cut token or a failure, and returns the place where it stopped.
    private mutating func run(_ scanner: JSONScanner, atEnd: Bool) -> Int {
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
    private mutating func readToken(_ scanner: JSONScanner, _ index: Int, atEnd: Bool) -> Int? {
        let byte = scanner[index]
        switch (expectation, byte) {
        case (.key, UInt8(ascii: "\"")), (.keyOrEnd, UInt8(ascii: "\"")),
            (.value, UInt8(ascii: "\"")), (.valueOrEnd, UInt8(ascii: "\"")):
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

    private mutating func readValue(_ byte: UInt8, _ scanner: JSONScanner, _ index: Int, atEnd: Bool) -> Int? {
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
    private mutating func skipSpace(_ scanner: JSONScanner, _ start: Int) -> Int {
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

// MARK: - Tokens

extension JSONTreeBuilder {
    private mutating func resume(_ token: CutToken, _ scanner: JSONScanner, atEnd: Bool) -> Int? {
        switch token {
        case .string(let scan): readString(scanner, start: 0, scan, atEnd: atEnd)
        case .number(let scan, let length): readNumber(scanner, start: 0, length: length, scan, atEnd: atEnd)
        }
    }

    private mutating func readString(
        _ scanner: JSONScanner, start: Int, _ scan: StringScan, atEnd: Bool
    ) -> Int? {
        var scan = scan
        switch scanner.findStringEnd(&scan, atEnd: atEnd) {
        case .found:
            let range = start + 1..<scan.index
            if expectation == .key || expectation == .keyOrEnd {
                let entry = keyTexts.entry(for: range, of: scanner, hasEscape: scan.hasEscape, isASCII: scan.isASCII)
                let bit = 1 << UInt64(entry.hash & 63) as UInt64
                if current.keyBits & bit != 0 { current.mayRepeatKeys = true }
                current.keyBits |= bit
                keys.push(entry.text)
                keyHashes.push(entry.hash)
                expectation = .colon
                return scan.index + 1
            }
            let entry = texts.entry(for: range, of: scanner, hasEscape: scan.hasEscape, isASCII: scan.isASCII)
            complete(.string(entry.text), end: scan.index + 1)
            return hasFailed ? nil : scan.index + 1
        case .outOfBytes:
            scan.index -= start
            cutToken = .string(scan)
            return nil
        case .controlCharacter:
            let bytes = scanner.array(scan.index..<scan.index + 1)
            return fail(.invalidCharacter(character: bytes, place: .inString, at: position(scan.index)))
        case .invalidEscape(let length):
            let bytes = scanner.array(scan.index..<scan.index + length)
            return fail(.invalidEscape(sequence: bytes, at: position(scan.index)))
        }
    }

    private mutating func readNumber(
        _ scanner: JSONScanner, start: Int, length: Int, _ scan: NumberScan, atEnd: Bool
    ) -> Int? {
        var scan = scan
        let end = scanner.numberEnd(from: start + length, &scan)
        if end == scanner.count && !(atEnd && scan.isComplete) {
            cutToken = .number(scan, length: end - start)
            return nil
        }
        guard scan.isComplete else {
            cutToken = .number(scan, length: end - start)
            return failCharacter(scanner, end, .inNumber, atEnd: atEnd)
        }
        var number = JSONNumber(verbatim: String(decoding: scanner.slice(start..<end), as: UTF8.self))
        if options.numbers == .normalizedAsGo {
            guard let normalized = number.normalizedAsGo else {
                return fail(.numberOutOfRange(text: number.text, at: position(start)))
            }
            number = normalized
        }
        complete(.number(number), end: end)
        return !hasFailed ? end : nil
    }

    private mutating func readLiteral(
        _ literal: StaticString, _ value: JSONValue, _ scanner: JSONScanner, _ start: Int, atEnd: Bool
    ) -> Int? {
        let expected = UnsafeRawBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
        for (index, byte) in expected.enumerated() {
            guard start + index < scanner.count else { return nil }
            if scanner[start + index] != byte {
                let place = JSONPlace.inLiteral(
                    literal: literal.description, expected: Character(Unicode.Scalar(byte)))
                return failCharacter(scanner, start + index, place, atEnd: atEnd)
            }
        }
        complete(value, end: start + expected.count)
        return !hasFailed ? start + expected.count : nil
    }

    /// Fails at a character that cannot stand at `index`, once all of it is there.
    private mutating func failCharacter(
        _ scanner: JSONScanner, _ index: Int, _ place: JSONPlace, atEnd: Bool
    ) -> Int? {
        guard let length = scanner.characterLength(at: index, atEnd: atEnd) else { return nil }
        let character = scanner.array(index..<index + length)
        return fail(.invalidCharacter(character: character, place: place, at: position(index)))
    }

    private mutating func fail(_ error: JSONError) -> Int? {
        failure = error
        hasFailed = true
        return nil
    }
}

// MARK: - Values

extension JSONTreeBuilder {
    private mutating func open(_ kind: JSONFrame.Kind, _ scanner: JSONScanner, _ index: Int) -> Int? {
        if parents.count > 1, let (part, length) = parts.part(at: index, in: scanner),
            parents.count + part.height <= options.depthLimit
        {
            if part.lineCount > 0 {
                line += part.lineCount
                lineStart = offset + index + part.lastLineStart
            }
            current.height = max(current.height, part.height)
            complete(part.value, end: index + length)
            return !hasFailed ? index + length : nil
        }
        guard parents.count < options.depthLimit else {
            return fail(.tooDeep(limit: options.depthLimit, at: position(index)))
        }
        if case .list(let name) = mode, kind == .array, parents.count == 1, current.kind == .object,
            keys[keys.count - 1] == name
        {
            harvestDepth = 2
        }
        parents.push(current)
        current = JSONFrame(kind, base: values.count, start: offset + index, line: line)
        expectation = kind == .object ? .keyOrEnd : .valueOrEnd
        return index + 1
    }

    private mutating func closeObject(_ scanner: JSONScanner, end: Int) {
        let size = values.count - current.base
        let repeatsKeys = keyHashes.moveTop(size) { current.mayRepeatKeys && Self.mayHaveEqualElements($0) }
        let object = JSONObject(movingKeys: &keys, values: &values, count: size, mayRepeatKeys: repeatsKeys)
        leave(.object(object), scanner, end: end)
    }

    private static func mayHaveEqualElements(_ hashes: UnsafeMutableBufferPointer<UInt32>) -> Bool {
        if hashes.count > 64 {
            let sorted = hashes.sorted()
            return zip(sorted, sorted.dropFirst()).contains { $0 == $1 }
        }
        for index in hashes.indices {
            for other in hashes.indices.dropFirst(index + 1) where hashes[index] == hashes[other] { return true }
        }
        return false
    }

    private mutating func closeArray(_ scanner: JSONScanner, end: Int) {
        if harvestDepth == 2 && parents.count == 2 {
            // The array itself is no member of what remains of the document.
            harvestDepth = 0
            _ = keys.pop()
            _ = keyHashes.pop()
            current = parents.pop()
            expectation = .commaOrEnd
            return
        }
        let elements = values.pop(values.count - current.base)
        leave(.array(elements), scanner, end: end)
    }

    /// Goes back to what the value stands in, which is complete.
    private mutating func leave(_ value: JSONValue, _ scanner: JSONScanner, end: Int) {
        let frame = current
        current = parents.pop()
        current.height = max(current.height, frame.height + 1)
        // The first bytes are no longer there when the text came in several pieces.
        if parents.count > 1 && frame.start >= offset {
            let part = JSONPartTable.Part(
                value: value, height: frame.height + 1, lineCount: line - frame.line,
                lastLineStart: lineStart - frame.start)
            parts.note(part, range: frame.start - offset..<end, of: scanner)
        }
        complete(value, end: end)
    }

    /// Puts a value that ends at `end` where it belongs.
    private mutating func complete(_ value: consuming JSONValue, end: Int) {
        expectation = .commaOrEnd
        if parents.count != harvestDepth {
            values.push(value)
            return
        }
        if let limit = options.byteLimit, offset + end - harvestedOffset > limit { _ = fail(.tooLarge(limit: limit)) }
        harvestedOffset = offset + end
        guard parents.count == 0 else {
            harvest.append(value)
            return
        }
        if case .sequence = mode {
            harvest.append(value)
            expectation = .value
        } else {
            document = value
            expectation = .end
        }
    }
}
