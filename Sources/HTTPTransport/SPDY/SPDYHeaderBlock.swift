/// The header blocks a client sends: names and values in a zlib stream that goes on from block to block (SPDY protocol,
/// draft 3.1, section 2.6.10).
///
/// Nothing is gained by compressing a few short names, so the stream has stored blocks only (RFC 1951, section 3.2.4), and
/// does without the dictionary.
struct SPDYHeaderBlock {
    private var hasBegun = false
    /// Deflate with a window of 32 KiB, no dictionary (RFC 1950, section 2.2).
    private static let zlibHead: [UInt8] = [0x78, 0x01]
    /// An empty stored block, which makes the reader hand out what came before it.
    private static let flush: [UInt8] = [0x00, 0x00, 0x00, 0xFF, 0xFF]
    /// The most bytes of a stored block.
    private static let blockLimit = 0xFFFF

    /// The next block; names are sent in lower case, as the protocol wants.
    mutating func encode(_ headers: [(name: String, value: String)]) -> [UInt8] {
        var plain = Self.number(headers.count)
        for (name, value) in headers {
            for text in [name.lowercased(), value] {
                plain += Self.number(text.utf8.count)
                plain += text.utf8
            }
        }
        var block = hasBegun ? [] : Self.zlibHead
        hasBegun = true
        var rest = plain[...]
        while !rest.isEmpty {
            let part = rest.prefix(Self.blockLimit)
            rest = rest.dropFirst(part.count)
            let size = UInt16(part.count)
            block += [0x00, UInt8(size & 0xFF), UInt8(size >> 8), UInt8(~size & 0xFF), UInt8(~size >> 8)]
            block += part
        }
        return block + Self.flush
    }

    private static func number(_ value: Int) -> [UInt8] {
        withUnsafeBytes(of: UInt32(value).bigEndian, Array.init)
    }
}
