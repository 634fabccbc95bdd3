import CLinux
import Glibc
import Synchronization

/// A local socket that takes connections.
package final class SocketListener: Sendable {
    /// Where it listens, with the port the system has chosen for port 0.
    package let endpoint: SocketEndpoint
    private let input = SocketReadiness()
    private let number: UInt64
    private let socket: Mutex<Int32>

    /// How long to wait before the next try where the system has no descriptor left for a connection.
    private static let pause = Duration.milliseconds(50)

    /// Listens on `endpoint`; the address of all hosts takes IPv4 connections too unless `isOneFamily`.
    ///
    /// The errors name the call that failed and the endpoint. A Unix socket is its user's alone, whatever the umask.
    package init(on endpoint: SocketEndpoint, isOneFamily: Bool = true) throws(SystemError) {
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let descriptor = Glibc.socket(endpoint.family, kind, 0)
        func failure(_ operation: String, _ code: Int32) -> SystemError {
            SystemError(operation: operation, path: endpoint.text, code: code)
        }
        guard descriptor >= 0 else { throw failure("socket", errno) }
        do throws(SystemError) {
            if case .internet = endpoint {
                Self.set(descriptor, SOL_SOCKET, SO_REUSEADDR, 1)
                if endpoint.family == AF_INET6 {
                    Self.set(descriptor, Int32(IPPROTO_IPV6), IPV6_V6ONLY, isOneFamily ? 1 : 0)
                }
            } else {
                // Before the name is there, so that it never is anyone else's.
                _ = fchmod(descriptor, 0o700)
            }
            let bound = endpoint.withSystemAddress { bind(descriptor, $0, $1) == 0 ? 0 : errno }
            guard bound == 0 else { throw failure("bind", bound ?? EINVAL) }
            guard listen(descriptor, SOMAXCONN) == 0 else { throw failure("listen", errno) }
            number = try SocketLoop.shared.watch(descriptor, input: input, output: SocketReadiness())
        } catch {
            Glibc.close(descriptor)
            throw error
        }
        socket = Mutex(descriptor)
        if case .unix = endpoint {
            self.endpoint = endpoint
        } else {
            self.endpoint = SocketEndpoint.reading { getsockname(descriptor, $0, $1) }
        }
    }

    deinit { close() }

    private static func set(_ descriptor: Int32, _ level: Int32, _ option: Int32, _ value: Int32) {
        var value = value
        // What cannot be set shows when the socket is bound.
        _ = setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
    }

    /// The next connection; nil once the listener is closed or the task cancelled.
    ///
    /// One caller at a time. A connection that was gone before it was taken is passed over; where the system has no descriptors left the call
    /// waits until it has.
    package func accept() async throws(SystemError) -> SocketConnection? {
        while !Task.isCancelled {
            var code: Int32 = 0
            var peer = SocketEndpoint.unix(path: "")
            let accepted = socket.withLock { descriptor -> Int32 in
                guard descriptor >= 0 else { return -1 }
                var made: Int32 = -1
                peer = SocketEndpoint.reading { address, size in
                    made = retryingOnInterrupt { clinux_accept(descriptor, address, size) }
                    code = made < 0 ? errno : 0
                    return made
                }
                return made
            }
            if accepted >= 0 { return try SocketConnection(owning: accepted, peer: peer) }
            switch code {
            case 0: return nil
            case EAGAIN: if await !input.wait() { return nil }
            case ECONNABORTED, EPROTO, ENETDOWN, EHOSTDOWN, EHOSTUNREACH, ENETUNREACH: continue
            case EMFILE, ENFILE, ENOBUFS, ENOMEM:
                // A cancelled wait ends the loop above.
                try? await Task.sleep(for: Self.pause)
            default: throw SystemError(operation: "accept", path: endpoint.text, code: code)
            }
        }
        return nil
    }

    /// Stops listening; whoever waits for a connection gets nil.
    ///
    /// The file of a Unix socket stays.
    package func close() {
        socket.withLock { descriptor in
            guard descriptor >= 0 else { return }
            SocketLoop.shared.forget(number)
            Glibc.close(descriptor)
            descriptor = -1
        }
        input.signal()
    }
}
