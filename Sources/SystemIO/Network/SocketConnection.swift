import Glibc
import Synchronization

/// A connection over a local socket: bytes both ways, waiting without a thread of its own.
///
/// One task may receive while another one sends. What has been accepted or connected is closed with the value's end.
/// A peer that is gone is an error of the call and never a signal.
package final class SocketConnection: Sendable {
    /// How much is received by one call at most, in bytes.
    package static let largestChunk = 64 * 1024

    /// The other end.
    package let peer: SocketEndpoint
    /// Our end, also once the connection is closed.
    package var local: SocketEndpoint { ownEnd.withLock { $0 } }
    private let ownEnd: Mutex<SocketEndpoint>
    private let input = SocketReadiness()
    private let output = SocketReadiness()
    private let number: UInt64
    // The descriptor, once for each direction; -1 once it is closed. A call holds its own, so that no descriptor is closed
    // under a call and its number taken by another file.
    private let reading: Mutex<Int32>
    private let writing: Mutex<Int32>

    /// Takes over a socket that is connected and non-blocking.
    init(owning descriptor: Int32, peer: SocketEndpoint) throws(SystemError) {
        self.peer = peer
        ownEnd = Mutex(SocketEndpoint.reading { getsockname(descriptor, $0, $1) })
        reading = Mutex(descriptor)
        writing = Mutex(descriptor)
        do throws(SystemError) {
            number = try SocketLoop.shared.watch(descriptor, input: input, output: output)
        } catch {
            Glibc.close(descriptor)
            throw error
        }
        if case .internet = peer { Self.setUp(descriptor) }
    }

    deinit { close() }

    /// No delay for small writes, and probes of a silent peer, as Go's net package sets them.
    private static func setUp(_ descriptor: Int32) {
        func set(_ level: Int32, _ option: Int32, _ value: Int32) {
            var value = value
            // Without them the connection works as well.
            _ = setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
        }
        set(Int32(IPPROTO_TCP), TCP_NODELAY, 1)
        set(SOL_SOCKET, SO_KEEPALIVE, 1)
        set(Int32(IPPROTO_TCP), TCP_KEEPIDLE, 15)
        set(Int32(IPPROTO_TCP), TCP_KEEPINTVL, 15)
    }

    /// Connects to a socket on this machine.
    package static func connect(to endpoint: SocketEndpoint) async throws(SystemError) -> SocketConnection {
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let descriptor = socket(endpoint.family, kind, 0)
        func failure(_ code: Int32) -> SystemError {
            SystemError(operation: "connect", path: endpoint.text, code: code)
        }
        guard descriptor >= 0 else { throw failure(errno) }
        let connection = try SocketConnection(owning: descriptor, peer: endpoint)
        let code = endpoint.withSystemAddress { Glibc.connect(descriptor, $0, $1) == 0 ? 0 : errno }
        switch code {
        case 0:
            connection.learnOwnEnd()
            return connection
        case EINPROGRESS: break
        default: throw failure(code ?? ENAMETOOLONG)
        }
        while true {
            guard await connection.output.wait() else { throw failure(ECANCELED) }
            var watched = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            if poll(&watched, 1, 0) == 0 { continue }
            var code: Int32 = 0
            var size = socklen_t(MemoryLayout<Int32>.size)
            getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &size)
            guard code == 0 else { throw failure(code) }
            connection.learnOwnEnd()
            return connection
        }
    }

    /// Notes the address that connecting has given our end.
    private func learnOwnEnd() {
        let end = reading.withLock { descriptor in SocketEndpoint.reading { getsockname(descriptor, $0, $1) } }
        ownEnd.withLock { $0 = end }
    }

    /// The bytes that have come, at least one and at most `largestChunk`; nil at their end.
    ///
    /// Throws ECANCELED when the task is cancelled, and EBADF once the connection is closed on our side.
    package func receive() async throws(SystemError) -> [UInt8]? {
        while true {
            var code: Int32 = 0
            let bytes = reading.withLock { descriptor -> [UInt8] in
                guard descriptor >= 0 else {
                    code = EBADF
                    return []
                }
                return [UInt8](unsafeUninitializedCapacity: Self.largestChunk) { buffer, count in
                    let result = retryingOnInterrupt { recv(descriptor, buffer.baseAddress, buffer.count, 0) }
                    if result < 0 { code = errno }
                    count = max(0, result)
                }
            }
            switch code {
            case 0: return bytes.isEmpty ? nil : bytes
            case EAGAIN: if await !input.wait() { throw failure("read", ECANCELED) }
            default: throw failure("read", code)
            }
        }
    }

    /// Sends all of `bytes`, waiting while the peer does not take them.
    ///
    /// One caller at a time. Throws as `receive` does; what has been sent until then is not known.
    package func send(_ bytes: [UInt8]) async throws(SystemError) {
        var sent = 0
        while sent < bytes.count {
            var code: Int32 = 0
            writing.withLock { descriptor in
                guard descriptor >= 0 else {
                    code = EBADF
                    return
                }
                bytes.withUnsafeBytes { buffer in
                    let rest = UnsafeRawBufferPointer(rebasing: buffer[sent...])
                    let result = retryingOnInterrupt {
                        Glibc.send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
                    }
                    if result < 0 { code = errno } else { sent += result }
                }
            }
            switch code {
            case 0: continue
            case EAGAIN: if await !output.wait() { throw failure("write", ECANCELED) }
            default: throw failure("write", code)
            }
        }
    }

    /// Tells the peer that nothing more comes; what it sends can still be received.
    package func finishSending() {
        writing.withLock { descriptor in
            if descriptor >= 0 { _ = shutdown(descriptor, Int32(SHUT_WR)) }
        }
    }

    /// Closes the connection; whoever waits on it gets EBADF.
    ///
    /// With `reset` the peer sees a broken connection and no end.
    package func close(reset: Bool = false) {
        reading.withLock { reading in
            writing.withLock { writing in
                guard reading >= 0 else { return }
                if reset {
                    var option = linger(l_onoff: 1, l_linger: 0)
                    _ = setsockopt(reading, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
                }
                SocketLoop.shared.forget(number)
                Glibc.close(reading)
                reading = -1
                writing = -1
            }
        }
        input.signal()
        output.signal()
    }

    private func failure(_ operation: String, _ code: Int32) -> SystemError {
        SystemError(operation: operation, path: nil, code: code)
    }
}
