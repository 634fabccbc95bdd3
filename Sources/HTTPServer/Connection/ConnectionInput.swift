import Synchronization
import SystemIO

/// What a client has sent and nobody has read yet.
///
/// One reader at a time.
final class ConnectionInput: Sendable {
    private let socket: SocketConnection
    private let buffer = Mutex<ArraySlice<UInt8>>([])

    init(_ socket: SocketConnection) {
        self.socket = socket
    }

    var isEmpty: Bool { buffer.withLock { $0.isEmpty } }

    /// Waits for more bytes and puts them behind the others; false at their end.
    func fill() async throws(HTTPServerError) -> Bool {
        let bytes: [UInt8]?
        do { bytes = try await socket.receive() } catch { throw .connection(error) }
        guard let bytes else { return false }
        buffer.withLock { buffer in
            if buffer.isEmpty { buffer = bytes[...] } else { buffer += bytes }
        }
        return true
    }

    /// Takes bytes that are here, at most `limit`; empty where there are none.
    func take(_ limit: Int) -> [UInt8] {
        buffer.withLock { buffer in
            let taken = Array(buffer.prefix(limit))
            buffer = buffer.dropFirst(taken.count)
            return taken
        }
    }

    /// The next bytes, at most `limit`; nil at their end.
    func next(_ limit: Int) async throws(HTTPServerError) -> [UInt8]? {
        while true {
            let taken = take(limit)
            if !taken.isEmpty { return taken }
            guard try await fill() else { return nil }
        }
    }

    /// The next line without its end; nil where the bytes end before it.
    ///
    /// Fails past `limit` bytes.
    func line(_ limit: Int) async throws(HTTPServerError) -> [UInt8]? {
        while true {
            let found: [UInt8]? = buffer.withLock { buffer in
                guard let end = buffer.firstIndex(of: 0x0A) else { return nil }
                let line = buffer[..<end]
                buffer = buffer[(end + 1)...]
                return Array(line.last == 0x0D ? line.dropLast() : line)
            }
            if let found {
                guard found.count <= limit else { throw .malformedBody }
                return found
            }
            guard buffer.withLock({ $0.count }) <= limit else { throw .malformedBody }
            guard try await fill() else { return nil }
        }
    }

    /// The bytes up to and with the empty line that ends a head; nil where the client has closed the connection
    /// before the first of them.
    ///
    /// Refuses a head that is longer than `limit`.
    func head(_ limit: Int) async throws -> [UInt8]? {
        var search = HeadSearch()
        while true {
            let found: [UInt8]? = buffer.withLock { buffer in
                guard search.finds(endIn: buffer) else { return nil }
                let head = Array(buffer.prefix(search.looked))
                buffer = buffer.dropFirst(search.looked)
                return head
            }
            if let found {
                guard found.count <= limit else { throw RequestRefusal.headTooLarge }
                return found
            }
            guard search.looked <= limit else { throw RequestRefusal.headTooLarge }
            guard try await fill() else {
                guard search.looked > 0 else { return nil }
                throw HTTPServerError.endOfRequest
            }
        }
    }
}

/// How the search for the end of a head goes on, so that no byte is looked at twice.
private struct HeadSearch {
    /// How many bytes have been looked at.
    private(set) var looked = 0
    private var lineIsEmpty = true

    /// Whether the empty line that ends a head is there; `looked` then is the head's length.
    ///
    /// An empty first line is no head's, and ends it at once.
    mutating func finds(endIn bytes: ArraySlice<UInt8>) -> Bool {
        while looked < bytes.count {
            let byte = bytes[bytes.startIndex + looked]
            looked += 1
            if byte == 0x0A {
                if lineIsEmpty { return true }
                lineIsEmpty = true
            } else if byte != 0x0D {
                lineIsEmpty = false
            }
        }
        return false
    }
}
