/// Bytes both ways between two ends: a connection after the server has switched protocols (RFC 9110, section 7.8), or
/// what another protocol carries in its place.
///
/// The real one is libcurl's; tests use `MemoryConnection`.
package protocol ByteConnection: Sendable {
    /// Hands bytes over, in one piece between those of other callers; waits while too much is on its way.
    func send(_ bytes: [UInt8]) async throws(TransportError)
    /// The bytes that have come since the last call, at least one; nil at their end. One caller at a time.
    func receive() async throws(TransportError) -> [UInt8]?
    /// Ends the connection both ways at once; what is still on its way may be lost. Whoever waits gets `.cancelled`.
    func close()
}
