extension JSONTreeBuilder {
    /// Goes on with a token that was cut, which begins with the first byte.
    mutating func resume(_ token: CutToken, _ scanner: JSONScanner, atEnd: Bool) -> Int? {
        switch token {
        case .string(let scan): readString(scanner, start: 0, scan, atEnd: atEnd)
        case .number(let scan, let length): readNumber(scanner, start: 0, length: length, scan, atEnd: atEnd)
        }
    }

    mutating func readString(
        _ scanner: JSONScanner, start: Int, _ scan: StringScan, atEnd: Bool
    ) -> Int? {
        var scan = scan
        switch scanner.findStringEnd(&scan, atEnd: atEnd) {
        case .found:
            let range = start + 1..<scan.index
            if expectation == .key || expectation == .keyOrEnd {
                let entry = keyTexts.entry(for: range, of: scanner, hasEscape: scan.hasEscape, isASCII: scan.isASCII)
                push(key: entry)
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

    @inline(__always)
    mutating func push(key: JSONStringTable.Entry) {
        let bit = 1 << UInt64(key.hash & 63) as UInt64
        if current.keyBits & bit != 0 { current.mayRepeatKeys = true }
        current.keyBits |= bit
        keys.push(key.text)
        keyHashes.push(key.hash)
        expectation = .colon
    }

    mutating func readNumber(
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

    mutating func readLiteral(
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
    mutating func failCharacter(
        _ scanner: JSONScanner, _ index: Int, _ place: JSONPlace, atEnd: Bool
    ) -> Int? {
        guard let length = scanner.characterLength(at: index, atEnd: atEnd) else { return nil }
        let character = scanner.array(index..<index + length)
        return fail(.invalidCharacter(character: character, place: place, at: position(index)))
    }

    mutating func fail(_ error: JSONError) -> Int? {
        failure = error
        hasFailed = true
        return nil
    }
}
