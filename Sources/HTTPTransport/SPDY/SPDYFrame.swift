/// The frames of SPDY/3.1 that Kubernetes uses (SPDY protocol, draft 3.1, section 2.6).
///
/// Servers and clients of Kubernetes know no flow control: `WINDOW_UPDATE` and `SETTINGS` are read and passed over.
enum SPDYFrame: Sendable, Hashable {
    case data(stream: UInt32, [UInt8], isLast: Bool)
    /// Header blocks are not read: what answers a stream has nothing in them.
    case reply(stream: UInt32, isLast: Bool)
    case reset(stream: UInt32, status: UInt32)
    case ping(UInt32)
    case goAway(status: UInt32)
    /// Anything else, which asks for nothing.
    case other

    private enum Kind {
        static let synStream: UInt16 = 1
        static let synReply: UInt16 = 2
        static let rstStream: UInt16 = 3
        static let ping: UInt16 = 6
        static let goAway: UInt16 = 7
    }

    /// The flag of a frame that is the last of its stream in its direction.
    private static let lastFlag: UInt8 = 1
    private static let version: UInt16 = 3
    /// The size of what stands before the payload.
    static let headSize = 8

    // MARK: Writing

    /// A frame that opens a stream; `headers` is its compressed block.
    static func openingBytes(stream: UInt32, headers: [UInt8], isLast: Bool) -> [UInt8] {
        control(Kind.synStream, flags: isLast ? lastFlag : 0, big(stream) + big(UInt32(0)) + [0, 0] + headers)
    }

    static func dataBytes(stream: UInt32, _ bytes: some Collection<UInt8>, isLast: Bool) -> [UInt8] {
        var frame: [UInt8] = []
        frame.reserveCapacity(headSize + bytes.count)
        frame += big(stream & 0x7FFF_FFFF)
        frame += big(UInt32(isLast ? lastFlag : 0) << 24 | UInt32(bytes.count))
        frame += bytes
        return frame
    }

    static func resetBytes(stream: UInt32, status: UInt32) -> [UInt8] {
        control(Kind.rstStream, flags: 0, big(stream) + big(status))
    }

    static func pingBytes(_ id: UInt32) -> [UInt8] {
        control(Kind.ping, flags: 0, big(id))
    }

    private static func control(_ kind: UInt16, flags: UInt8, _ payload: [UInt8]) -> [UInt8] {
        big(0x8000 | version) + big(kind) + big(UInt32(flags) << 24 | UInt32(payload.count)) + payload
    }

    private static func big(_ number: some FixedWidthInteger & UnsignedInteger) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian, Array.init)
    }

    // MARK: Reading

    /// Reads a whole frame, `head` being its first eight bytes; throws `.spdy(.malformedFrame)`.
    init(head: ArraySlice<UInt8>, payload: ArraySlice<UInt8>) throws(TransportError) {
        let first = Self.number(head.prefix(4))
        let isLast = head[head.startIndex + 4] & Self.lastFlag != 0
        guard first & 0x8000_0000 != 0 else {
            self = .data(stream: first, Array(payload), isLast: isLast)
            return
        }
        guard UInt16(first >> 16 & 0x7FFF) == Self.version else { throw .spdy(.malformedFrame) }
        func number(at offset: Int) throws(TransportError) -> UInt32 {
            guard payload.count >= offset + 4 else { throw .spdy(.malformedFrame) }
            return Self.number(payload.dropFirst(offset).prefix(4))
        }
        switch UInt16(first & 0xFFFF) {
        case Kind.synReply: self = .reply(stream: try number(at: 0) & 0x7FFF_FFFF, isLast: isLast)
        case Kind.rstStream: self = .reset(stream: try number(at: 0) & 0x7FFF_FFFF, status: try number(at: 4))
        case Kind.ping: self = .ping(try number(at: 0))
        case Kind.goAway: self = .goAway(status: try number(at: 4))
        // Nobody asked the server to open streams.
        case Kind.synStream: throw .spdy(.unexpectedStream)
        default: self = .other
        }
    }

    /// The size of the payload behind a head.
    static func payloadSize(head: ArraySlice<UInt8>) -> Int {
        Int(number(head.suffix(3)))
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }
}
