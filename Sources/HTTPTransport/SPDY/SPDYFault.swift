/// What ended a SPDY connection, besides the connection under it.
package enum SPDYFault: Sendable, Hashable {
    /// The server's bytes are no frame of SPDY/3.1.
    case malformedFrame
    /// The server opened a stream, which only clients do here.
    case unexpectedStream
    /// The server wants to be left (GOAWAY) for another reason than that it is done.
    case goneAway(status: UInt32)
    /// All numbers of streams are used up.
    case streamsExhausted
}
