/// Finds where the values of a JSON text that is known to be good begin and end.
enum JSONExtent {
    /// The bytes of the first value at or after `offset`, without the white space around it.
    static func ofValue(in bytes: [UInt8], from offset: Int) -> Range<Int> {
        let start = bytes[offset...].firstIndex { !isSpace($0) } ?? bytes.endIndex
        var index = start
        var depth = 0
        while index < bytes.endIndex {
            switch bytes[index] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "\""): index = endOfString(in: bytes, from: index)
            default:
                if depth == 0 { return start..<endOfWord(in: bytes, from: index) }
            }
            index += 1
            if depth <= 0 { break }
        }
        return start..<min(index, bytes.endIndex)
    }

    /// The index of the quote that ends a string.
    private static func endOfString(in bytes: [UInt8], from start: Int) -> Int {
        var index = start + 1
        while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\"") {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return index
    }

    /// The index after a number or a literal.
    private static func endOfWord(in bytes: [UInt8], from start: Int) -> Int {
        bytes[start...].firstIndex { isSpace($0) || "{}[]\",:".utf8.contains($0) } ?? bytes.endIndex
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}
