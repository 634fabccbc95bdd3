import StdlibExtensions
import Synchronization

/// The client's end of a WebSocket connection (RFC 6455): whole messages, pings answered, silence noticed.
package final class WebSocketConnection: Sendable {
    /// How often the server is pinged, so that an idle connection lives (kubectl: 5 s).
    private static let pingInterval = Duration.seconds(5)
    /// How long nothing may come before the connection is taken for dead (kubectl: twelve pings and a second).
    private static let longestSilence = Duration.seconds(61)
    /// The most bytes of a message.
    private static let messageLimit = 64 << 20

    /// What a message is.
    package enum Message: Sendable, Hashable {
        case binary([UInt8])
        case text(String)
    }

    private struct Reading {
        var parser = WebSocketFrameParser()
        var fragments: [UInt8] = []
        /// The kind of the message whose fragments come; nil between messages.
        var kind: WebSocketFrame.Opcode?
        var hasEnded = false
    }

    private let connection: any ByteConnection
    private let reading = Mutex(Reading())
    private let lastSign = Mutex(ContinuousClock.now)
    private let hasBeenSilent = Atomic(false)
    private let pings = Heartbeat()

    /// Speaks over a connection that has switched to the protocol.
    package init(over connection: any ByteConnection) {
        self.connection = connection
        pings.start(every: Self.pingInterval) { [weak self] in await self?.ping() ?? false }
    }

    /// Sends one binary message made of `prefix` and `payload`.
    package func send(prefix: [UInt8] = [], _ payload: [UInt8]) async throws(TransportError) {
        try await send(.binary, prefix: prefix, payload)
    }

    /// The next message; nil once the server has closed the connection in order (code 1000).
    ///
    /// Throws `.webSocket` for any other end. One caller at a time.
    package func receive() async throws(TransportError) -> Message? {
        while true {
            do {
                if reading.withLock({ $0.hasEnded }) { return nil }
                if let frame = try nextFrame() {
                    if let message = try await take(frame) { return message }
                    continue
                }
            } catch {
                await end(for: error)
                throw error
            }
            guard let bytes = try await receiveBytes() else { throw .webSocket(.brokenOff) }
            lastSign.withLock { $0 = .now }
            reading.withLock { $0.parser.feed(bytes) }
        }
    }

    /// Ends the connection at once.
    package func close() {
        pings.stop()
        connection.close()
    }

    // MARK: Frames

    private func receiveBytes() async throws(TransportError) -> [UInt8]? {
        do { return try await connection.receive() } catch {
            if hasBeenSilent.load(ordering: .acquiring) { throw .webSocket(.silent) }
            if case .endOfStream = error { throw .webSocket(.brokenOff) }
            throw error
        }
    }

    private func nextFrame() throws(TransportError) -> WebSocketFrame? {
        let result = reading.withLock { reading -> Result<WebSocketFrame?, TransportError> in
            do throws(TransportError) { return .success(try reading.parser.next()) } catch { return .failure(error) }
        }
        return try result.get()
    }

    /// Acts on a frame; returns the message it completes.
    private func take(_ frame: WebSocketFrame) async throws(TransportError) -> Message? {
        switch frame.opcode {
        case .ping:
            try await send(.pong, frame.payload)
            return nil
        case .pong: return nil
        case .close:
            try await takeClose(frame.payload)
            return nil
        case .text, .binary, .continuation: return try append(frame)
        }
    }

    private func append(_ frame: WebSocketFrame) throws(TransportError) -> Message? {
        let result = reading.withLock { reading -> Result<Message?, TransportError> in
            do throws(TransportError) {
                if frame.opcode == .continuation {
                    guard reading.kind != nil else { throw .webSocket(.malformedFrame(.strayContinuation)) }
                } else {
                    guard reading.kind == nil else { throw .webSocket(.malformedFrame(.interruptedMessage)) }
                    if frame.isFinal { return .success(try Self.message(frame.opcode, frame.payload)) }
                    reading.kind = frame.opcode
                }
                reading.fragments += frame.payload
                guard reading.fragments.count <= Self.messageLimit else {
                    throw .webSocket(.tooLarge(limit: Self.messageLimit))
                }
                guard frame.isFinal, let kind = reading.kind else { return .success(nil) }
                defer {
                    reading.fragments = []
                    reading.kind = nil
                }
                return .success(try Self.message(kind, reading.fragments))
            } catch { return .failure(error) }
        }
        return try result.get()
    }

    private static func message(
        _ kind: WebSocketFrame.Opcode, _ payload: [UInt8]
    ) throws(TransportError) -> Message {
        guard kind == .text else { return .binary(payload) }
        guard let text = String(validating: payload, as: UTF8.self) else {
            throw .webSocket(.malformedFrame(.encoding))
        }
        return .text(text)
    }

    private func takeClose(_ payload: [UInt8]) async throws(TransportError) {
        guard payload.count != 1 else { throw .webSocket(.malformedFrame(.closeCode)) }
        // Nobody sends 1005: it stands for a frame without a code.
        guard !payload.isEmpty else { throw .webSocket(.closed(code: 1005, reason: "")) }
        let code = UInt16(payload[0]) << 8 | UInt16(payload[1])
        guard let reason = String(validating: payload.dropFirst(2), as: UTF8.self) else {
            throw .webSocket(.malformedFrame(.encoding))
        }
        switch code {
        case 1000...1003, 1007...1014, 3000...4999: break
        default: throw .webSocket(.malformedFrame(.closeCode))
        }
        guard code == 1000 else { throw .webSocket(.closed(code: code, reason: reason)) }
        reading.withLock { $0.hasEnded = true }
        // The answer is a courtesy: the server has closed already.
        _ = try? await send(.close, Array(payload.prefix(2)))
    }

    /// Tells the server why, as RFC 6455, section 7.1.7 asks; nothing more can be read.
    private func end(for error: TransportError) async {
        let code: UInt16 =
            switch error {
            case .webSocket(.tooLarge): 1009
            case .webSocket(.malformedFrame(.encoding)): 1007
            case .webSocket(.malformedFrame): 1002
            case .webSocket(.closed(let code, _)) where code != 1005: code
            default: 1000
            }
        // The connection is given up either way.
        _ = try? await send(.close, [UInt8(code >> 8), UInt8(code & 0xFF)])
        reading.withLock { $0.hasEnded = true }
    }

    private func send(
        _ opcode: WebSocketFrame.Opcode, prefix: [UInt8] = [], _ payload: [UInt8]
    ) async throws(TransportError) {
        let mask = UInt32.random(in: .min ... .max)
        try await connection.send(WebSocketFrame.encoded(opcode, prefix: prefix, payload: payload, mask: mask))
    }

    /// Pings the server, or ends the connection when it has been silent for too long; false once it has ended.
    private func ping() async -> Bool {
        if lastSign.withLock({ $0 }).duration(to: .now) > Self.longestSilence {
            hasBeenSilent.store(true, ordering: .releasing)
            connection.close()
            return false
        }
        // A connection that cannot be written to is noticed by who reads.
        return (try? await send(.ping, [])) != nil
    }
}
