import HTTPTransport
import JSONModel
import Synchronization

/// A remote process over a WebSocket with the subprotocol `v4.channel.k8s.io` or `v5.channel.k8s.io`: each message begins
/// with the number of its channel.
final class WebSocketSession: RemoteSession {
    private enum Channel {
        static let stdin: UInt8 = 0
        static let stdout: UInt8 = 1
        static let stderr: UInt8 = 2
        static let error: UInt8 = 3
        static let resize: UInt8 = 4
        /// v5: the channel whose number follows has ended.
        static let close: UInt8 = 255
    }

    /// The most that is kept of what the server says at the end.
    private static let longestEnd = 1 << 20

    private struct Reading {
        var end: [UInt8] = []
        var hasEnded = false
    }

    private let socket: WebSocketConnection
    private let endsInput: Bool
    private let reading = Mutex(Reading())

    /// - Parameter endsInput: Whether the protocol can end an input by itself (v5).
    init(_ socket: WebSocketConnection, endsInput: Bool) {
        self.socket = socket
        self.endsInput = endsInput
    }

    func send(_ bytes: [UInt8]) async throws(RemoteSessionError) {
        try await send([Channel.stdin], bytes)
    }

    func finishInput() async throws(RemoteSessionError) {
        // v4 is spoken only where the end of the input is nothing to tell: see `APIClient.open`.
        if endsInput { try await send([Channel.close], [Channel.stdin]) }
    }

    func resize(columns: Int, rows: Int) async throws(RemoteSessionError) {
        try await send([Channel.resize], Array(TerminalSizeMessage.text(columns: columns, rows: rows).utf8))
    }

    private func send(_ prefix: [UInt8], _ bytes: [UInt8]) async throws(RemoteSessionError) {
        do { try await socket.send(prefix: prefix, bytes) } catch let error { throw .transport(error) }
    }

    func next() async throws(RemoteSessionError) -> RemoteOutput? {
        if reading.withLock({ $0.hasEnded }) { return nil }
        while true {
            let message: WebSocketConnection.Message?
            do { message = try await socket.receive() } catch let error {
                // What the server said of the end counts, however the connection ended afterwards.
                if case .cancelled = error { throw .transport(error) }
                if let end = try end(orElse: .transport(error)) { return end }
                throw .transport(error)
            }
            guard let message else { return try end(orElse: .endMissing) }
            guard case .binary(let bytes) = message, let channel = bytes.first else {
                throw .malformed("unexpected message type: 1")
            }
            switch channel {
            case Channel.stdout where bytes.count > 1: return .standardOutput(Array(bytes.dropFirst()))
            case Channel.stderr where bytes.count > 1: return .standardError(Array(bytes.dropFirst()))
            case Channel.error:
                reading.withLock { reading in
                    if reading.end.count < Self.longestEnd { reading.end += bytes.dropFirst() }
                }
            default: continue
            }
        }
    }

    private func end(orElse failure: RemoteSessionError) throws(RemoteSessionError) -> RemoteOutput? {
        let message = reading.withLock { reading in
            reading.hasEnded = true
            return reading.end
        }
        if message.isEmpty { throw failure }
        return .ended(try RemoteEnd(message))
    }

    func close() {
        socket.close()
    }
}

/// How the size of a terminal is told.
enum TerminalSizeMessage {
    /// One line of JSON, as Go's encoder writes it.
    static func text(columns: Int, rows: Int) -> String {
        "{\"Width\":\(UInt16(clamping: columns)),\"Height\":\(UInt16(clamping: rows))}\n"
    }
}
