/// What is handed out of a connection: when nobody holds it any more, the connection ends.
final class ConnectionHandle: ByteConnection {
    private let connection: CurlConnection

    init(_ connection: CurlConnection) {
        self.connection = connection
    }

    deinit {
        connection.close()
    }

    func send(_ bytes: [UInt8]) async throws(TransportError) { try await connection.send(bytes) }

    func receive() async throws(TransportError) -> [UInt8]? { try await connection.receive() }

    func close() { connection.close() }
}
