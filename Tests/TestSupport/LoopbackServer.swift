import Glibc
import Synchronization
import SystemIO

/// A TCP server on 127.0.0.1 for the life of a test: each connection is handled on a thread of its own.
///
/// When the value goes away, it stops listening and closes what is still open.
package final class LoopbackServer: Sendable {
    package let port: UInt16
    private let state: State

    /// What the threads share with the server, and keep alive.
    private final class State: Sendable {
        let listener: Int32
        let connections = Mutex<[LoopbackConnection]>([])

        init(listener: Int32) {
            self.listener = listener
        }
    }

    /// Listens on a free port; `handle` has a connection for as long as it likes, and it is closed when it returns.
    package init(_ handle: @escaping @Sendable (LoopbackConnection) -> Void) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(listener, generic, size) == 0 && listen(listener, 128) == 0
                    && getsockname(listener, generic, &size) == 0
            }
        }
        guard isListening else { throw SystemError(operation: "listen", path: nil, code: errno) }
        port = UInt16(bigEndian: address.sin_port)
        let state = State(listener: listener)
        self.state = state
        TestThread.start { Self.accept(state, handle) }
    }

    deinit {
        shutdown(state.listener, Int32(SHUT_RDWR))
        for connection in state.connections.withLock({ $0 }) { connection.hangUp() }
    }

    /// The server's address as a URL without a path.
    package var url: String { "http://127.0.0.1:\(port)" }

    /// How many connections there have been.
    package var connectionCount: Int { state.connections.withLock { $0.count } }

    private static func accept(_ state: State, _ handle: @escaping @Sendable (LoopbackConnection) -> Void) {
        while true {
            let descriptor = Glibc.accept(state.listener, nil, nil)
            if descriptor < 0 {
                if errno == EINTR { continue }
                close(state.listener)
                return
            }
            let connection = LoopbackConnection(descriptor)
            state.connections.withLock { $0.append(connection) }
            TestThread.start {
                handle(connection)
                connection.close()
            }
        }
    }
}

/// A request as a server sees it.
package struct LoopbackRequest: Sendable, Hashable {
    package let method: String
    /// As sent: the path with its query, or for a proxy all of the URL.
    package let target: String
    /// Fields by their names in lower case.
    package let headers: [String: String]
    package let body: [UInt8]
}

/// The server's end of a connection.
package final class LoopbackConnection: Sendable {
    private let descriptor: Int32
    private let isOpen = Mutex(true)
    /// What has been received and not been used.
    private let received = Mutex<[UInt8]>([])

    fileprivate init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Waits for a whole request; nil when the client has closed the connection.
    package func readRequest() -> LoopbackRequest? {
        guard let head = read(until: Array("\r\n\r\n".utf8)) else { return nil }
        var lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n").map(String.init)
        guard !lines.isEmpty else { return nil }
        let start = lines.removeFirst().split(separator: " ").map(String.init)
        var headers: [String: String] = [:]
        for line in lines {
            guard let colon = line.firstIndex(of: ":") else { continue }
            headers[line[..<colon].lowercased()] = String(line[line.index(after: colon)...].drop { $0 == " " })
        }
        let length = headers["content-length"].flatMap { Int($0) } ?? 0
        guard let body = read(count: length), start.count == 3 else { return nil }
        return LoopbackRequest(method: start[0], target: start[1], headers: headers, body: body)
    }

    /// Reads requests and answers each with the same response, until the client closes the connection.
    package func answerEach(_ response: (LoopbackRequest) -> String) {
        while let request = readRequest() { write(response(request)) }
    }

    /// Sends text; false when the client has closed the connection.
    @discardableResult
    package func write(_ text: String) -> Bool { write(Array(text.utf8)) }

    @discardableResult
    package func write(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                send(
                    descriptor, UnsafeRawBufferPointer(rebasing: buffer[sent...]).baseAddress, bytes.count - sent,
                    Int32(MSG_NOSIGNAL))
            }
            if count < 0 {
                if errno == EINTR { continue }
                return false
            }
            sent += count
        }
        return true
    }

    /// Waits for bytes, whatever they are; false when the client has closed the connection.
    package func readSome() -> Bool { receive() }

    /// Waits until the client has closed the connection.
    package func waitForEnd() {
        while receive() {}
    }

    /// Closes the connection; with `reset` the client's next read fails.
    package func close(reset: Bool = false) {
        isOpen.withLock { isOpen in
            guard isOpen else { return }
            isOpen = false
            if reset {
                var option = linger(l_onoff: 1, l_linger: 0)
                setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
            } else {
                shutdown(descriptor, Int32(SHUT_RDWR))
            }
            Glibc.close(descriptor)
        }
    }

    /// Ends the connection for whoever waits on it; `close` is still to come.
    fileprivate func hangUp() {
        isOpen.withLock { isOpen in
            if isOpen { shutdown(descriptor, Int32(SHUT_RDWR)) }
        }
    }

    private func read(until end: [UInt8]) -> [UInt8]? {
        while true {
            let found: [UInt8]? = received.withLock { bytes in
                guard bytes.count >= end.count else { return nil }
                for start in 0...bytes.count - end.count where bytes[start..<start + end.count].elementsEqual(end) {
                    defer { bytes.removeFirst(start + end.count) }
                    return Array(bytes[..<start])
                }
                return nil
            }
            if let found { return found }
            guard receive() else { return nil }
        }
    }

    /// Waits for so many bytes; nil when the client has closed the connection before.
    package func read(count: Int) -> [UInt8]? {
        while true {
            let found: [UInt8]? = received.withLock { bytes in
                guard bytes.count >= count else { return nil }
                defer { bytes.removeFirst(count) }
                return Array(bytes[..<count])
            }
            if let found { return found }
            guard receive() else { return nil }
        }
    }

    /// Waits for more bytes; false at the end.
    private func receive() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            received.withLock { $0 += buffer[..<count] }
            return true
        }
    }
}
