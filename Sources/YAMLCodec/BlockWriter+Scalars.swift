extension BlockWriter {
    /// Writes a string as a value, after a space if `spaced`; its further lines stand two columns right of `indent`.
    mutating func writeScalar(_ text: String, spaced: Bool, indent: Int) {
        let bytes = text.utf8.span
        let traits = ScalarTraits(bytes)
        if traits.isChangedByReader { isChangedByReader = true }
        if spaced { put(UInt8(ascii: " ")) }
        switch ScalarStyle(bytes, traits) {
        case .plain: writePlain(bytes, traits, indent: indent + 2)
        case .singleQuoted: writeSingleQuoted(bytes, indent: indent + 2)
        case .doubleQuoted: writeDoubleQuoted(bytes, indent: indent + 2)
        case .literal: writeLiteral(bytes, indent: indent + 2)
        }
    }

    /// Writes a string as a key, which is never folded.
    mutating func writeKey(_ key: String, _ traits: ScalarTraits) {
        let bytes = key.utf8.span
        if traits.isChangedByReader { isChangedByReader = true }
        switch ScalarStyle(bytes, traits) {
        case .plain: writePlain(bytes, traits, indent: nil)
        case .singleQuoted: writeSingleQuoted(bytes, indent: nil)
        case .doubleQuoted, .literal: writeDoubleQuoted(bytes, indent: nil)
        }
    }

    /// Writes text as it is; folded to `indent` unless that is nil.
    mutating func writePlain(_ bytes: Span<UInt8>, _ traits: ScalarTraits, indent: Int?) {
        guard let indent, column + bytes.count > foldingColumn else {
            bytes.withUnsafeBufferPointer { output.append(contentsOf: $0) }
            column += traits.isASCII ? bytes.count : bytes.characterCount
            return
        }
        var isAfterSpace = false
        for index in bytes.indices {
            guard bytes[index] == UInt8(ascii: " ") else {
                putFragment(bytes[index])
                isAfterSpace = false
                continue
            }
            let isFoldable = !isAfterSpace && column > foldingColumn && bytes[index + 1] != UInt8(ascii: " ")
            if isFoldable { breakLine(indent: indent) } else { put(UInt8(ascii: " ")) }
            isAfterSpace = true
        }
    }

    mutating func writeSingleQuoted(_ bytes: Span<UInt8>, indent: Int?) {
        put(UInt8(ascii: "'"))
        var isAfterSpace = false
        var isAfterBreak = false
        for index in bytes.indices {
            if bytes[index] == UInt8(ascii: " ") {
                let isFoldable =
                    !isAfterSpace && column > foldingColumn && index > 0 && index + 1 < bytes.count
                    && bytes[index + 1] != UInt8(ascii: " ")
                if let indent, isFoldable { breakLine(indent: indent) } else { put(UInt8(ascii: " ")) }
                isAfterSpace = true
            } else if bytes.isLineBreak(at: index) {
                output.append(bytes[index])
                isAfterBreak = true
            } else if isAfterBreak && bytes[index] & 0xC0 == 0x80 {
                // The rest of the bytes of a line or paragraph separator.
                output.append(bytes[index])
                column = 0
            } else {
                if isAfterBreak, let indent { pad(to: indent) }
                if bytes[index] == UInt8(ascii: "'") { put(UInt8(ascii: "'")) }
                putFragment(bytes[index])
                isAfterSpace = false
                isAfterBreak = false
            }
        }
        put(UInt8(ascii: "'"))
    }

    mutating func writeDoubleQuoted(_ bytes: Span<UInt8>, indent: Int?) {
        // go-yaml looks for the byte order mark at the start of the text whichever character it is at.
        let escapesAll = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
        put(UInt8(ascii: "\""))
        var isAfterSpace = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let width = bytes.characterWidth(at: index)
            let isSpecial =
                byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || !bytes.isPrintable(at: index)
                || bytes.isLineBreak(at: index)
            if escapesAll || isSpecial {
                putEscape(bytes.character(at: index))
                isAfterSpace = false
            } else if byte == UInt8(ascii: " ") {
                let isFoldable = !isAfterSpace && column > foldingColumn && index > 0 && index + 1 < bytes.count
                if let indent, isFoldable {
                    breakLine(indent: indent)
                    if bytes[index + 1] == UInt8(ascii: " ") { put(UInt8(ascii: "\\")) }
                } else {
                    put(byte)
                }
                isAfterSpace = true
            } else {
                for part in index..<index + width { putFragment(bytes[part]) }
                isAfterSpace = false
            }
            index += width
        }
        put(UInt8(ascii: "\""))
    }

    /// Writes the indicator, its hints and the lines of a block scalar.
    mutating func writeLiteral(_ bytes: Span<UInt8>, indent: Int) {
        put(UInt8(ascii: "|"))
        if bytes[0] == UInt8(ascii: " ") || bytes.isLineBreak(at: 0) { put(UInt8(ascii: "2")) }
        switch bytes.trailingLineBreaks {
        case .none: put(UInt8(ascii: "-"))
        case .one: break
        case .several: put(UInt8(ascii: "+"))
        }
        breakLine(indent: 0)
        var index = 0
        while index < bytes.count {
            let width = bytes.characterWidth(at: index)
            if bytes.isLineBreak(at: index) {
                for part in index..<index + width { output.append(bytes[part]) }
                column = 0
            } else {
                pad(to: indent)
                for part in index..<index + width { putFragment(bytes[part]) }
            }
            index += width
        }
    }

    /// Appends one byte of a character; the first byte moves the column.
    private mutating func putFragment(_ byte: UInt8) {
        output.append(byte)
        if byte & 0xC0 != 0x80 { column += 1 }
    }

    private mutating func breakLine(indent: Int) {
        output.append(UInt8(ascii: "\n"))
        column = 0
        pad(to: indent)
    }

    private mutating func putEscape(_ character: UInt32) {
        put(UInt8(ascii: "\\"))
        switch character {
        case 0x00: put(UInt8(ascii: "0"))
        case 0x07: put(UInt8(ascii: "a"))
        case 0x08: put(UInt8(ascii: "b"))
        case 0x09: put(UInt8(ascii: "t"))
        case 0x0A: put(UInt8(ascii: "n"))
        case 0x0B: put(UInt8(ascii: "v"))
        case 0x0C: put(UInt8(ascii: "f"))
        case 0x0D: put(UInt8(ascii: "r"))
        case 0x1B: put(UInt8(ascii: "e"))
        case 0x22: put(UInt8(ascii: "\""))
        case 0x5C: put(UInt8(ascii: "\\"))
        case 0x85: put(UInt8(ascii: "N"))
        case 0xA0: put(UInt8(ascii: "_"))
        case 0x2028: put(UInt8(ascii: "L"))
        case 0x2029: put(UInt8(ascii: "P"))
        case ...0xFF: putHex(character, mark: "x", digits: 2)
        case ...0xFFFF: putHex(character, mark: "u", digits: 4)
        default: putHex(character, mark: "U", digits: 8)
        }
    }

    private mutating func putHex(_ value: UInt32, mark: Unicode.Scalar, digits: UInt32) {
        put(UInt8(ascii: mark))
        for shift in (0..<digits).reversed() {
            let digit = UInt8(value >> (shift * 4) & 0xF)
            put(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
        }
    }
}

extension Span where Element == UInt8 {
    fileprivate enum TrailingLineBreaks {
        case none
        case one
        case several
    }

    /// How the text ends, which a block scalar's chomping indicator tells; a lone line break counts as several.
    fileprivate var trailingLineBreaks: TrailingLineBreaks {
        let last = startOfCharacter(endingAt: count)
        guard isLineBreak(at: last) else { return .none }
        return last == 0 || isLineBreak(at: startOfCharacter(endingAt: last)) ? .several : .one
    }

    private func startOfCharacter(endingAt end: Int) -> Int {
        var index = end - 1
        while index > 0, self[index] & 0xC0 == 0x80 { index -= 1 }
        return index
    }

    fileprivate var characterCount: Int {
        var characters = 0
        for index in indices where self[index] & 0xC0 != 0x80 { characters += 1 }
        return characters
    }

    /// The Unicode scalar that begins at `index`.
    fileprivate func character(at index: Int) -> UInt32 {
        let first = UInt32(self[index])
        let width = characterWidth(at: index)
        var value =
            switch width {
            case 1: first
            case 2: first & 0x1F
            case 3: first & 0x0F
            default: first & 0x07
            }
        for part in 1..<width { value = value << 6 | UInt32(self[index + part]) & 0x3F }
        return value
    }
}
