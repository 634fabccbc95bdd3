import SystemIO

/// A connection that a handler has taken over: bytes both ways, beginning with those the client sent behind its request.
///
/// One task may receive while another one sends.
package struct TakenConnection: Sendable {
    private let socket: SocketConnection
    private let input: ConnectionInput

    init(_ socket: SocketConnection, _ input: ConnectionInput) {
        self.socket = socket
        self.input = input
    }

    /// The next bytes; nil at their end.
    package func receive() async throws(HTTPServerError) -> [UInt8]? {
        try await input.next(SocketConnection.largestChunk)
    }

    /// Sends all of `bytes`, waiting while the client does not take them.
    package func send(_ bytes: [UInt8]) async throws(HTTPServerError) {
        do { try await socket.send(bytes) } catch { throw .connection(error) }
    }

    /// Ends the connection; whoever waits on it gets an error.
    package func close() {
        socket.close()
    }
}
