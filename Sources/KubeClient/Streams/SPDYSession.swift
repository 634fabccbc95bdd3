import HTTPTransport
import Synchronization

/// A remote process over SPDY/3.1: a stream for each input and output, and one for how it ended.
final class SPDYSession: RemoteSession {
    /// The most that is kept of what the server says at the end.
    private static let longestEnd = 1 << 20

    private struct Streams {
        var error: UInt32 = 0
        var stdin: UInt32?
        var stdout: UInt32?
        var stderr: UInt32?
        var resize: UInt32?
    }

    private struct Reading {
        /// The streams on which more may come.
        var open: Set<UInt32> = []
        var end: [UInt8] = []
        var inputIsClosed = false
        var hasEnded = false
    }

    private let connection: SPDYConnection
    private let streams: Streams
    private let reading: Mutex<Reading>

    /// Opens the streams of a command, in client-go's order.
    init(_ connection: SPDYConnection, for command: RemoteCommand) async throws(TransportError) {
        self.connection = connection
        func open(_ kind: String, isLast: Bool = false) async throws(TransportError) -> UInt32 {
            try await connection.open([("streamType", kind)], isLast: isLast)
        }
        var streams = Streams()
        // Nothing is ever sent on the outputs; only the error stream is told so at once, as client-go does.
        streams.error = try await open("error", isLast: true)
        if command.stdin { streams.stdin = try await open("stdin") }
        if command.stdout { streams.stdout = try await open("stdout") }
        if command.stderr, !command.tty { streams.stderr = try await open("stderr") }
        if command.tty { streams.resize = try await open("resize") }
        self.streams = streams
        let outputs = [streams.error, streams.stdout, streams.stderr].compactMap(\.self)
        reading = Mutex(Reading(open: Set(outputs)))
    }

    func send(_ bytes: [UInt8]) async throws(RemoteSessionError) {
        guard let stdin = streams.stdin, !reading.withLock({ $0.inputIsClosed }) else { throw .inputClosed }
        do { try await connection.send(bytes, on: stdin) } catch let error { throw .transport(error) }
    }

    func finishInput() async throws(RemoteSessionError) {
        guard let stdin = streams.stdin else { return }
        do { try await connection.finish(stdin) } catch let error { throw .transport(error) }
    }

    func resize(columns: Int, rows: Int) async throws(RemoteSessionError) {
        guard let resize = streams.resize else { return }
        let text = TerminalSizeMessage.text(columns: columns, rows: rows)
        do { try await connection.send(Array(text.utf8), on: resize) } catch let error { throw .transport(error) }
    }

    func next() async throws(RemoteSessionError) -> RemoteOutput? {
        while true {
            let (isComplete, hasEnded) = reading.withLock { ($0.open.isEmpty, $0.hasEnded) }
            if hasEnded { return nil }
            if isComplete { return try end() }
            let event: SPDYConnection.Event?
            do { event = try await connection.receive() } catch let error {
                // What the server said of the end counts, however the connection ended afterwards.
                guard isTold, error != .cancelled else { throw .transport(error) }
                return try end()
            }
            if let event {
                if let output = take(event) { return output }
            } else if isTold {
                return try end()
            } else {
                throw .endMissing
            }
        }
    }

    private func take(_ event: SPDYConnection.Event) -> RemoteOutput? {
        switch event {
        case .data(let stream, let bytes):
            if stream == streams.stdout { return .standardOutput(bytes) }
            if stream == streams.stderr { return .standardError(bytes) }
            if stream == streams.error {
                reading.withLock { reading in
                    if reading.end.count < Self.longestEnd { reading.end += bytes }
                }
            }
        case .finished(let stream), .reset(let stream, _):
            reading.withLock { reading in
                reading.open.remove(stream)
                if stream == streams.stdin { reading.inputIsClosed = true }
            }
        case .accepted: break
        }
        return nil
    }

    /// Whether the server has said how the process ended, even if it has not ended each stream.
    private var isTold: Bool { reading.withLock { !$0.end.isEmpty } }

    private func end() throws(RemoteSessionError) -> RemoteOutput {
        let message = reading.withLock { reading in
            reading.hasEnded = true
            return reading.end
        }
        return .ended(try RemoteEnd(message))
    }

    func close() {
        connection.close()
    }
}
