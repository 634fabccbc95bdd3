/// Cuts what a server sends into frames (RFC 6455, section 5), and refuses what is none.
struct WebSocketFrameParser {
    /// The most bytes of a frame's payload.
    static let limit = 16 << 20

    private var buffer = FrameBuffer()

    mutating func feed(_ bytes: [UInt8]) {
        buffer.append(bytes)
    }

    /// The next frame; nil until all of it has been fed.
    mutating func next() throws(TransportError) -> WebSocketFrame? {
        let rest = buffer.rest
        guard let head = try Self.head(rest), rest.count >= head.size + head.length else { return nil }
        defer { buffer.drop(head.size + head.length) }
        let payload = Array(rest.dropFirst(head.size).prefix(head.length))
        return WebSocketFrame(opcode: head.opcode, isFinal: head.isFinal, payload: payload)
    }

    private struct Head {
        let opcode: WebSocketFrame.Opcode
        let isFinal: Bool
        /// Of the head itself and of the payload, in bytes.
        let size: Int
        let length: Int
    }

    private static func head(_ bytes: ArraySlice<UInt8>) throws(TransportError) -> Head? {
        guard bytes.count >= 2 else { return nil }
        let first = bytes[bytes.startIndex]
        let second = bytes[bytes.startIndex + 1]
        // No extension was asked for, so none of the reserved bits may be set.
        guard first & 0x70 == 0 else { throw .webSocket(.malformedFrame(.reservedBits)) }
        guard let opcode = WebSocketFrame.Opcode(rawValue: first & 0x0F) else {
            throw .webSocket(.malformedFrame(.opcode(first & 0x0F)))
        }
        guard second & 0x80 == 0 else { throw .webSocket(.malformedFrame(.masked)) }
        let isFinal = first & 0x80 != 0
        let short = Int(second & 0x7F)
        if opcode.isControl {
            guard isFinal, short <= WebSocketFrame.controlLimit else {
                throw .webSocket(.malformedFrame(.controlFrame))
            }
        }
        let width = short == 126 ? 2 : short == 127 ? 8 : 0
        guard bytes.count >= 2 + width else { return nil }
        let long = bytes.dropFirst(2).prefix(width).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard width == 0 || long <= UInt64(limit) else { throw .webSocket(.tooLarge(limit: limit)) }
        return Head(opcode: opcode, isFinal: isFinal, size: 2 + width, length: width == 0 ? short : Int(long))
    }
}
