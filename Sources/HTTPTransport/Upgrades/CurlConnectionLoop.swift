import CCurl
import Glibc

/// What the thread of a `CurlConnection` does: connects with libcurl (`CURLOPT_CONNECT_ONLY`), sends the request, reads
/// the answer, and then carries bytes both ways.
///
/// Made and used on that thread alone.
final class CurlConnectionLoop {
    /// How much is received at once; what libcurl has decrypted comes in records of at most 16 KiB.
    private static let receiveSize = 128 * 1024
    /// How long the thread sleeps at most while it connects, in milliseconds: libcurl does not know every limit.
    private static let longestSleep: Int32 = 250

    private let connection: CurlConnection
    private var transfer: CurlTransfer { connection.transfer }
    private var head = ResponseHeadParser()
    private var pending: [UInt8] = []
    private var pendingOffset = 0
    private var queue: ArraySlice<[UInt8]> = []
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: receiveSize, alignment: 16)

    init(_ connection: CurlConnection) {
        self.connection = connection
    }

    deinit {
        buffer.deallocate()
    }

    /// Runs until the connection has ended.
    func run() {
        if let reason = ccurl_load() {
            connection.end(.failure(.libraryUnavailable(reason: String(cString: reason))))
            return
        }
        guard let bell = Bell() else {
            connection.end(.failure(.library(code: 0, systemCode: errno)))
            return
        }
        connection.setBell(bell)
        defer {
            connection.setBell(nil)
            bell.close()
        }
        let isSecure = transfer.url.scheme == "https"
        let handshake =
            isSecure
            ? TLSHandshake(TLSHandshake.Key(transfer), authorities: transfer.options.tls.authorities) : nil
        guard let exchange = CurlExchange(transfer, handshake: handshake), let multi = ccurl_multi_init() else {
            connection.end(.failure(.library(code: Int(CURLE_OUT_OF_MEMORY.rawValue), systemCode: 0)))
            return
        }
        defer {
            ccurl_multi_remove(multi, exchange.easy)
            ccurl_multi_cleanup(multi)
        }
        do {
            try exchange.setUpConnection()
            try connect(exchange, multi)
            let line = Line(exchange: exchange, descriptor: ccurl_info_socket(exchange.easy), bell: bell)
            try exchangeHeads(line)
        } catch {
            connection.end(.failure(error))
        }
    }

    /// An established connection and what wakes the thread besides it.
    private struct Line {
        let exchange: CurlExchange
        let descriptor: Int32
        let bell: Bell
    }

    // MARK: Connecting

    private func connect(_ exchange: CurlExchange, _ multi: UnsafeMutableRawPointer) throws(TransportError) {
        let code = ccurl_multi_add(multi, exchange.easy)
        guard code == CURLM_OK else { throw .library(code: Int(code.rawValue), systemCode: 0) }
        var result = CURLE_OK
        while true {
            var running: Int32 = 0
            ccurl_multi_perform(multi, &running)
            if ccurl_multi_next_done(multi, &result) != nil { break }
            if connection.hasEnded { throw .cancelled }
            if exchange.handshakeIsLate { throw .timedOut(.handshake(ownLimit: true)) }
            ccurl_multi_poll(multi, Self.longestSleep)
        }
        guard result == CURLE_OK else { throw exchange.failure(result) }
    }

    // MARK: The request and its answer

    private func exchangeHeads(_ line: Line) throws(TransportError) {
        queue = [transfer.requestHead()]
        let deadline = transfer.request.timeout.map { ContinuousClock.now + $0 }
        var lines = HeadLines()
        while true {
            if connection.hasEnded { throw .cancelled }
            let isBlocked = try flush(line)
            if let count = try receive(line) {
                guard count > 0 else { throw .endOfStream(inBody: false) }
                let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
                if let rest = try lines.feed(Array(bytes), into: &head) {
                    try finish(line, rest)
                    return
                }
                continue
            }
            if let deadline, ContinuousClock.now > deadline { throw .timedOut(.awaitingHeaders) }
            wait(line, reading: true, writing: isBlocked, limit: deadline)
        }
    }

    private func finish(_ line: Line, _ rest: ArraySlice<UInt8>) throws(TransportError) {
        if head.status == 101 {
            if !rest.isEmpty { rest.withUnsafeBytes { connection.deliver($0) } }
            connection.deliver(.switched(head.headers, ConnectionHandle(connection)))
            try carry(line)
            return
        }
        let handle = ConnectionHandle(connection)
        let body = HTTPBody { () async throws(TransportError) in try await handle.receive() }
        connection.deliver(
            .refused(
                HTTPResponse(status: head.status, statusText: head.statusText, headers: head.headers, body: body)))
        try receiveBody(line, rest)
    }

    /// Hands the body of a refusal on, framing taken off.
    private func receiveBody(_ line: Line, _ rest: ArraySlice<UInt8>) throws(TransportError) {
        var framing = BodyFraming(status: head.status, headers: head.headers)
        var next = rest
        while true {
            let body = try framing.feed(next)
            if !body.isEmpty { body.withUnsafeBytes { connection.deliver($0) } }
            if framing.isComplete { break }
            while true {
                if connection.hasEnded { return }
                if connection.wantsMore, let count = try receive(line) {
                    guard count > 0 else {
                        connection.end(framing.mayEndHere ? .success(()) : .failure(.endOfStream(inBody: true)))
                        return
                    }
                    next = Array(UnsafeRawBufferPointer(rebasing: buffer[..<count]))[...]
                    break
                }
                wait(line, reading: connection.wantsMore, writing: false, limit: nil)
            }
        }
        connection.end(.success(()))
    }

    // MARK: Bytes both ways

    /// A server that takes no more may still have something to say: what it has sent is read before the end is told.
    private func carry(_ line: Line) throws(TransportError) {
        var refusal: TransportError?
        while !connection.hasEnded {
            var isBlocked = false
            if refusal == nil {
                do { isBlocked = try flush(line) } catch {
                    refusal = error
                    connection.refuseSending(error)
                }
            }
            let wantsMore = connection.wantsMore
            let received: Int?
            do { received = wantsMore ? try receive(line) : nil } catch { throw refusal ?? error }
            if let count = received {
                guard count > 0 else {
                    connection.end(.success(()))
                    return
                }
                connection.deliver(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
                continue
            }
            wait(line, reading: wantsMore, writing: isBlocked, limit: nil)
        }
    }

    /// Sends what there is to send; returns whether some of it has to wait for room.
    private func flush(_ line: Line) throws(TransportError) -> Bool {
        while true {
            if pendingOffset == pending.count {
                if queue.isEmpty { queue = connection.takeOutbox()[...] }
                guard let next = queue.popFirst() else {
                    pending = []
                    pendingOffset = 0
                    return false
                }
                pending = next
                pendingOffset = 0
            }
            var sent = 0
            let code = pending.withUnsafeBytes { bytes in
                let rest = UnsafeRawBufferPointer(rebasing: bytes[pendingOffset...])
                guard let start = rest.baseAddress else { return CURLE_OK }
                return ccurl_easy_send(line.exchange.easy, start, rest.count, &sent)
            }
            pendingOffset += sent
            if sent > 0, head.isFinal { connection.noteSent(sent) }
            if code == CURLE_AGAIN { return true }
            guard code == CURLE_OK else { throw line.exchange.failure(code) }
        }
    }

    /// How many bytes were received into the buffer, 0 at their end; nil where there are none yet.
    private func receive(_ line: Line) throws(TransportError) -> Int? {
        guard let start = buffer.baseAddress else { return nil }
        var count = 0
        while count < buffer.count {
            var received = 0
            let code = ccurl_easy_recv(line.exchange.easy, start + count, buffer.count - count, &received)
            if code == CURLE_AGAIN { return count > 0 ? count : nil }
            // What came before a failure or the end counts; both are met again at the next call.
            if count > 0, code != CURLE_OK || received == 0 { return count }
            guard code == CURLE_OK else { throw line.exchange.failure(code) }
            if received == 0 { return 0 }
            count += received
        }
        return count
    }

    private func wait(_ line: Line, reading: Bool, writing: Bool, limit: ContinuousClock.Instant?) {
        let events = (reading ? POLLIN : 0) | (writing ? POLLOUT : 0)
        var watched = [
            pollfd(fd: events == 0 ? -1 : line.descriptor, events: Int16(events), revents: 0),
            pollfd(fd: line.bell.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        let milliseconds = limit.map {
            Int32(clamping: max(1, (ContinuousClock.now.duration(to: $0)).milliseconds + 1))
        }
        poll(&watched, 2, milliseconds ?? -1)
        if watched[1].revents != 0 { line.bell.silence() }
    }
}
