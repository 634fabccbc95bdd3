package import HTTPTransport
import Synchronization

/// What a stub answers with.
package struct StubResponse: Sendable {
    /// How the body goes on after its last chunk.
    package enum Ending: Sendable {
        case complete
        case failure(TransportError)
        /// Nothing more comes until the reader gives up, as from a watch.
        case open
    }

    enum Kind: Sendable {
        case response(status: Int, headers: HTTPHeaders, chunks: [[UInt8]], ending: Ending)
        case failure(TransportError)
        case silence
        case switching(HTTPHeaders, any ByteConnection)
    }

    let kind: Kind

    /// A response with a body of its own type; chunks arrive one a read.
    package static func chunks(
        _ chunks: [String], status: Int = 200, contentType: String = "application/json", headers: HTTPHeaders = [:],
        ending: Ending = .complete
    ) -> StubResponse {
        var headers = headers
        if headers["Content-Type"] == nil { headers["Content-Type"] = contentType }
        let bytes = chunks.map { Array($0.utf8) }
        return StubResponse(kind: .response(status: status, headers: headers, chunks: bytes, ending: ending))
    }

    /// A JSON response, in one chunk.
    package static func json(_ text: String, status: Int = 200, headers: HTTPHeaders = [:]) -> StubResponse {
        .chunks([text], status: status, headers: headers)
    }

    /// A plain-text response, in one chunk.
    package static func text(_ text: String, status: Int = 200, headers: HTTPHeaders = [:]) -> StubResponse {
        .chunks([text], status: status, contentType: "text/plain", headers: headers)
    }

    /// A request that gets no response.
    package static func failure(_ error: TransportError) -> StubResponse {
        StubResponse(kind: .failure(error))
    }

    /// Nothing comes until the sender gives up.
    package static let silence = StubResponse(kind: .silence)

    /// The server switches protocols (status 101), and the connection speaks the other one from then on.
    package static func switching(_ headers: HTTPHeaders, to connection: any ByteConnection) -> StubResponse {
        StubResponse(kind: .switching(headers, connection))
    }

    func make() async throws(TransportError) -> HTTPResponse {
        switch kind {
        case .failure(let error): throw error
        // Who did not ask for it cannot have it.
        case .switching: throw .malformedResponse(.other)
        case .silence:
            await untilCancelled()
            throw .cancelled
        case .response(let status, let headers, let chunks, let ending):
            let queue = ChunkQueue(chunks)
            let body = HTTPBody { () async throws(TransportError) -> [UInt8]? in
                if Task.isCancelled { throw .cancelled }
                if let chunk = queue.next() { return chunk }
                switch ending {
                case .complete: return nil
                case .failure(let error): throw error
                case .open:
                    await untilCancelled()
                    throw .cancelled
                }
            }
            return HTTPResponse(status: status, headers: headers, body: body)
        }
    }
}

/// Chunks handed out one by one.
private final class ChunkQueue: Sendable {
    private let chunks: Mutex<ArraySlice<[UInt8]>>

    init(_ chunks: [[UInt8]]) {
        self.chunks = Mutex(chunks[...])
    }

    func next() -> [UInt8]? {
        chunks.withLock { $0.popFirst() }
    }
}

/// Waits until the task is cancelled.
private func untilCancelled() async {
    let (stream, continuation) = AsyncStream<Void>.makeStream()
    await withTaskCancellationHandler {
        for await _ in stream {}
    } onCancel: {
        continuation.finish()
    }
}
