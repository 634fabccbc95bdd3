package import HTTPTransport

/// Why a session with a remote process broke.
package enum RemoteSessionError: Error, Hashable {
    /// The connection broke, or was closed on our side (`.cancelled`).
    case transport(TransportError)
    /// The process reads its input no more.
    case inputClosed
    /// The connection ended in order, but without a word of how the process ended.
    ///
    /// kubectl takes that for success; here it is told, because data may have been lost.
    case endMissing
    /// What came is none of the protocol's messages.
    case malformed(String)
}
