import Synchronization

/// The client's end of a SPDY/3.1 connection: streams that the client opens, over one connection.
///
/// Sending and receiving may go on at the same time; `receive()` has one caller at a time, who decides what becomes of
/// each stream's bytes. While nobody receives, nothing is read from the connection.
package final class SPDYConnection: Sendable {
    /// How often the server is pinged, so that an idle connection lives (kubectl: 5 s).
    private static let pingInterval = Duration.seconds(5)
    /// The most bytes sent in one frame, so that streams take turns.
    private static let frameLimit = 64 * 1024

    /// What comes from the server.
    package enum Event: Sendable, Hashable {
        case data(stream: UInt32, [UInt8])
        /// The server sends no more on a stream.
        case finished(stream: UInt32)
        /// The server takes a stream back, both ways; `status` is its reason (SPDY protocol, section 2.6.3).
        case reset(stream: UInt32, status: UInt32)
        /// The server has taken a stream.
        case accepted(stream: UInt32)
    }

    private struct Sending {
        var headers = SPDYHeaderBlock()
        var nextStream: UInt32 = 1
        var nextPing: UInt32 = 1
    }

    private struct Reading {
        var parser = SPDYFrameParser()
        var pending: [Event] = []
    }

    private let connection: any ByteConnection
    private let sending = Mutex(Sending())
    /// Frames with header blocks have to arrive in the order in which they were compressed.
    private let opening = TurnQueue()
    private let reading = Mutex(Reading())
    private let pings = Heartbeat()

    /// Speaks over a connection that has switched to the protocol.
    package init(over connection: any ByteConnection) {
        self.connection = connection
        pings.start(every: Self.pingInterval) { [weak self] in await self?.ping() ?? false }
    }

    // MARK: Sending

    /// Opens a stream and returns its number; with `isLast`, nothing will be sent on it.
    ///
    /// - Parameter willOpen: called with the number before anything can come on the stream.
    package func open(
        _ headers: [(name: String, value: String)], isLast: Bool = false, willOpen: (UInt32) -> Void = { _ in }
    ) async throws(TransportError) -> UInt32 {
        await opening.enter()
        defer { opening.leave() }
        let (stream, block) = sending.withLock { sending in
            defer { sending.nextStream &+= 2 }
            return (sending.nextStream, sending.headers.encode(headers))
        }
        guard stream < 0x7FFF_FFFF else { throw .spdy(.streamsExhausted) }
        willOpen(stream)
        try await connection.send(SPDYFrame.openingBytes(stream: stream, headers: block, isLast: isLast))
        return stream
    }

    /// Sends bytes on a stream; waits while too much is on its way.
    package func send(_ bytes: [UInt8], on stream: UInt32) async throws(TransportError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = rest.prefix(Self.frameLimit)
            rest = rest.dropFirst(part.count)
            try await connection.send(SPDYFrame.dataBytes(stream: stream, part, isLast: false))
        }
    }

    /// Ends our side of a stream.
    package func finish(_ stream: UInt32) async throws(TransportError) {
        try await connection.send(SPDYFrame.dataBytes(stream: stream, [], isLast: true))
    }

    /// Takes a stream back, both ways (status CANCEL).
    package func reset(_ stream: UInt32) async throws(TransportError) {
        try await connection.send(SPDYFrame.resetBytes(stream: stream, status: 5))
    }

    /// Ends the connection at once.
    package func close() {
        pings.stop()
        connection.close()
    }

    private func ping() async -> Bool {
        let id = sending.withLock { sending in
            defer { sending.nextPing &+= 2 }
            return sending.nextPing
        }
        // A connection that cannot be written to is noticed by who reads.
        return (try? await connection.send(SPDYFrame.pingBytes(id))) != nil
    }

    // MARK: Receiving

    /// What comes next; nil at the end of the connection.
    package func receive() async throws(TransportError) -> Event? {
        while true {
            if let event = reading.withLock({ $0.pending.isEmpty ? nil : $0.pending.removeFirst() }) { return event }
            if let frame = try nextFrame() {
                try await take(frame)
                continue
            }
            guard let bytes = try await connection.receive() else { return nil }
            reading.withLock { $0.parser.feed(bytes) }
        }
    }

    private func nextFrame() throws(TransportError) -> SPDYFrame? {
        let result = reading.withLock { reading -> Result<SPDYFrame?, TransportError> in
            do throws(TransportError) { return .success(try reading.parser.next()) } catch { return .failure(error) }
        }
        return try result.get()
    }

    private func take(_ frame: SPDYFrame) async throws(TransportError) {
        var events: [Event] = []
        switch frame {
        case .data(let stream, let bytes, let isLast):
            if !bytes.isEmpty { events.append(.data(stream: stream, bytes)) }
            if isLast { events.append(.finished(stream: stream)) }
        case .reply(let stream, let isLast):
            events.append(.accepted(stream: stream))
            if isLast { events.append(.finished(stream: stream)) }
        case .reset(let stream, let status): events.append(.reset(stream: stream, status: status))
        case .ping(let id):
            // Those with even numbers are the server's; the others are answers to ours.
            if id.isMultiple(of: 2) { try await connection.send(SPDYFrame.pingBytes(id)) }
        case .goAway(let status): if status != 0 { throw .spdy(.goneAway(status: status)) }
        case .other: break
        }
        reading.withLock { $0.pending += events }
    }
}
