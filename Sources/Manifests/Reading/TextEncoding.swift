/// The encodings kubectl takes files in: UTF-8, and UTF-16 with a byte order mark.
enum TextEncoding {
    /// The text in UTF-8 without a byte order mark; what is invalid becomes U+FFFD.
    static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return repaired(Array(bytes.dropFirst(3))) }
        if bytes.starts(with: [0xFE, 0xFF]) { return fromUTF16(bytes.dropFirst(2), highByteFirst: true) }
        if bytes.starts(with: [0xFF, 0xFE]) { return fromUTF16(bytes.dropFirst(2), highByteFirst: false) }
        return repaired(bytes)
    }

    private static func repaired(_ bytes: [UInt8]) -> [UInt8] {
        String(validating: bytes, as: UTF8.self) == nil ? Array(String(decoding: bytes, as: UTF8.self).utf8) : bytes
    }

    private static func fromUTF16(_ bytes: ArraySlice<UInt8>, highByteFirst: Bool) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2 + 1)
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            let first = UInt16(bytes[index])
            let second = UInt16(bytes[index + 1])
            units.append(highByteFirst ? first << 8 | second : second << 8 | first)
            index += 2
        }
        // Half a unit at the end is no character.
        if index < bytes.endIndex { units.append(0xFFFD) }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
