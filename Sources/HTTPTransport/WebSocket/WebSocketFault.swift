/// What ended a WebSocket connection, besides the connection under it.
package enum WebSocketFault: Sendable, Hashable {
    /// The server's bytes are no frame it may send.
    ///
    /// kubectl: `websocket: close 1002 (protocol error): REASON` or the words of its library, after which it ends.
    case malformedFrame(FrameFault)
    /// A message, or a frame of one, has more than `limit` bytes.
    case tooLarge(limit: Int)
    /// The server closed the connection with a code other than 1000 (RFC 6455, section 7.4).
    ///
    /// kubectl: `websocket: close 1011 (internal server error): REASON`.
    case closed(code: UInt16, reason: String)
    /// The connection ended without a close frame. kubectl: `websocket: close 1006 (abnormal closure): unexpected EOF`.
    case brokenOff
    /// Nothing came for `limit`, not even answers to pings. kubectl: `i/o timeout`.
    case silent

    /// How a frame breaks the rules of RFC 6455, section 5.
    package enum FrameFault: Sendable, Hashable {
        case reservedBits
        case opcode(UInt8)
        /// Only clients mask.
        case masked
        /// A control frame that is too long or fragmented.
        case controlFrame
        /// A message begins before the last one has ended.
        case interruptedMessage
        /// A fragment of no message.
        case strayContinuation
        /// A close frame of one byte, or with a code no endpoint may send.
        case closeCode
        /// Text that is no UTF-8.
        case encoding
    }
}
