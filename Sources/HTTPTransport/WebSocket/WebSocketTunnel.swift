/// Another protocol's bytes in the binary messages of a WebSocket, whose borders mean nothing.
package struct WebSocketTunnel: ByteConnection {
    private let socket: WebSocketConnection

    package init(_ socket: WebSocketConnection) {
        self.socket = socket
    }

    package func send(_ bytes: [UInt8]) async throws(TransportError) {
        try await socket.send(bytes)
    }

    /// Throws for a text message, which no protocol in a tunnel has.
    package func receive() async throws(TransportError) -> [UInt8]? {
        while let message = try await socket.receive() {
            guard case .binary(let bytes) = message else { throw .webSocket(.malformedFrame(.opcode(1))) }
            if !bytes.isEmpty { return bytes }
        }
        return nil
    }

    package func close() {
        socket.close()
    }
}
