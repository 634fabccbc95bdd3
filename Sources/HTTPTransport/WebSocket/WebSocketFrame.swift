/// One frame of the WebSocket protocol (RFC 6455, section 5.2), its payload unmasked.
struct WebSocketFrame: Sendable, Hashable {
    enum Opcode: UInt8, Sendable {
        case continuation = 0
        case text = 1
        case binary = 2
        case close = 8
        case ping = 9
        case pong = 10

        /// Control frames may stand between the fragments of a message.
        var isControl: Bool { rawValue >= 8 }
    }

    var opcode: Opcode
    /// Whether a message ends with this frame.
    var isFinal: Bool
    var payload: [UInt8]

    /// The most bytes of a control frame's payload (RFC 6455, section 5.5).
    static let controlLimit = 125

    /// The frame of a client: `prefix` and `payload` in one, masked with `mask` (RFC 6455, section 5.3).
    static func encoded(
        _ opcode: Opcode, prefix: [UInt8] = [], payload: [UInt8], mask: UInt32
    ) -> [UInt8] {
        let count = prefix.count + payload.count
        var bytes: [UInt8] = []
        bytes.reserveCapacity(14 + count)
        bytes.append(0x80 | opcode.rawValue)
        switch count {
        case ..<126: bytes.append(0x80 | UInt8(count))
        case ...0xFFFF:
            bytes.append(0x80 | 126)
            bytes += [UInt8(count >> 8), UInt8(count & 0xFF)]
        default:
            bytes.append(0x80 | 127)
            withUnsafeBytes(of: UInt64(count).bigEndian) { bytes += $0 }
        }
        withUnsafeBytes(of: mask) { bytes += $0 }
        let start = bytes.count
        bytes += prefix
        bytes += payload
        bytes.withUnsafeMutableBytes { apply(mask, to: UnsafeMutableRawBufferPointer(rebasing: $0[start...])) }
        return bytes
    }

    /// Masks or unmasks bytes, eight at a time.
    private static func apply(_ mask: UInt32, to bytes: UnsafeMutableRawBufferPointer) {
        let wide = UInt64(mask) << 32 | UInt64(mask)
        var offset = 0
        while offset + 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            bytes.storeBytes(of: word ^ wide, toByteOffset: offset, as: UInt64.self)
            offset += 8
        }
        withUnsafeBytes(of: mask) { key in
            while offset < bytes.count {
                bytes[offset] ^= key[offset & 3]
                offset += 1
            }
        }
    }
}
