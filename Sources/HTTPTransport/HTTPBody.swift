/// The bytes of a response body in the chunks they arrive in, with back-pressure: what is not read is not received.
///
/// It can be read once. Its error type is `TransportError`.
package struct HTTPBody: Sendable, AsyncSequence {
    package typealias Element = [UInt8]
    package typealias Failure = TransportError

    private let next: @Sendable () async throws(TransportError) -> [UInt8]?

    /// A body whose chunks `next` hands out, one a call; nil ends it.
    package init(next: @escaping @Sendable () async throws(TransportError) -> [UInt8]?) {
        self.next = next
    }

    package struct AsyncIterator: AsyncIteratorProtocol {
        let nextChunk: @Sendable () async throws(TransportError) -> [UInt8]?

        package func next() async throws(TransportError) -> [UInt8]? {
            try await nextChunk()
        }

        package func next(isolation actor: isolated (any Actor)?) async throws(TransportError) -> [UInt8]? {
            try await nextChunk()
        }
    }

    package func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(nextChunk: next)
    }

    /// Reads the whole body; throws `.bodyTooLarge` past `limit` bytes.
    package func collect(limit: Int) async throws(TransportError) -> [UInt8] {
        var bytes: [UInt8] = []
        while let chunk = try await next() {
            guard bytes.count + chunk.count <= limit else { throw .bodyTooLarge(limit: limit) }
            bytes += chunk
        }
        return bytes
    }

    /// Reads up to `limit` bytes for the sake of the connection, which can be used again once its body has been read.
    func drop(upTo limit: Int) async {
        var left = limit
        // A failure here is none of the reader's business any more: nobody wants this body.
        while left > 0, let chunk = try? await next() { left -= chunk.count }
    }
}
