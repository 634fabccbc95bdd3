import Synchronization

/// One request on its way: what its sender and the thread that drives it share.
///
/// The thread fills the buffer, the reader empties it; past `highWater` the thread holds the transfer until the reader
/// has caught up.
final class CurlTransfer: Sendable {
    /// How much of a body may wait for its reader, in bytes, before nothing more is received.
    static let highWater = 256 * 1024

    /// The status line and headers of a response.
    struct Head: Sendable {
        let status: Int
        let statusText: String?
        let headers: HTTPHeaders
        let timings: TransferTimings
    }

    typealias HeadResult = Result<Head, TransportError>
    typealias ChunkResult = Result<[UInt8]?, TransportError>

    private struct State {
        var head: HeadResult?
        var headWaiter: CheckedContinuation<HeadResult, Never>?
        var chunkWaiters: [CheckedContinuation<ChunkResult, Never>] = []
        var buffer: [UInt8] = []
        /// nil while more may come.
        var end: Result<Void, TransportError>?
        var isHeld = false
    }

    let request: HTTPRequest
    let url: RequestURL
    let options: TransportOptions
    /// The proxy's URL; nil for a direct connection.
    let proxy: String?
    /// Whether the connection to the proxy is a TLS connection of its own.
    let proxyIsSecure: Bool
    private let state = Mutex(State())

    init(request: HTTPRequest, url: RequestURL, options: TransportOptions, proxy: String?) {
        self.request = request
        self.url = url
        self.options = options
        self.proxy = proxy
        proxyIsSecure = proxy.flatMap(RequestURL.init)?.scheme == "https"
    }

    // MARK: The sender's and the reader's side

    /// Waits for the status and the headers.
    func head() async -> HeadResult {
        await withCheckedContinuation { continuation in
            let known: HeadResult? = state.withLock { state in
                if state.head == nil { state.headWaiter = continuation }
                return state.head
            }
            if let known { continuation.resume(returning: known) }
        }
    }

    /// Waits for what has arrived of the body since the last call; nil at its end.
    ///
    /// `resume` is called when the transfer was held and may go on.
    func chunk(resume: () -> Void) async -> ChunkResult {
        await withCheckedContinuation { continuation in
            var wasHeld = false
            let known: ChunkResult? = state.withLock { state in
                if !state.buffer.isEmpty {
                    var bytes: [UInt8] = []
                    swap(&bytes, &state.buffer)
                    wasHeld = state.isHeld
                    state.isHeld = false
                    return .success(bytes)
                }
                if let end = state.end { return end.map { nil } }
                state.chunkWaiters.append(continuation)
                return nil
            }
            if wasHeld { resume() }
            if let known { continuation.resume(returning: known) }
        }
    }

    /// Ends the transfer from the reader's side: what has not been read is dropped.
    ///
    /// Returns false where it had ended already.
    func cancel() -> Bool {
        let isFirst = state.withLock { state in
            state.buffer = []
            return state.end == nil
        }
        finish(.failure(.cancelled))
        return isFirst
    }

    // MARK: The thread's side

    /// Whether there is nothing left to do, the transfer having been cancelled.
    var hasEnded: Bool {
        state.withLock { $0.end != nil }
    }

    /// Tells the sender the status and the headers; only the first call counts.
    func deliver(_ head: Head) {
        let waiter: CheckedContinuation<HeadResult, Never>? = state.withLock { state in
            guard state.head == nil else { return nil }
            state.head = .success(head)
            defer { state.headWaiter = nil }
            return state.headWaiter
        }
        waiter?.resume(returning: .success(head))
    }

    /// What became of bytes offered to the reader.
    enum Reception {
        case taken
        /// The buffer is full: nothing was taken, and the thread is to hold the transfer.
        case held
        /// Nobody reads any more.
        case refused
    }

    /// Hands bytes of the body to the reader.
    func receive(_ bytes: UnsafeRawBufferPointer) -> Reception {
        var waiter: CheckedContinuation<ChunkResult, Never>?
        let reception: Reception = state.withLock { state in
            if state.end != nil { return .refused }
            if !state.chunkWaiters.isEmpty {
                waiter = state.chunkWaiters.removeFirst()
                return .taken
            }
            if state.buffer.count >= Self.highWater {
                state.isHeld = true
                return .held
            }
            state.buffer.append(contentsOf: bytes)
            return .taken
        }
        waiter?.resume(returning: .success(Array(bytes)))
        return reception
    }

    /// Ends the transfer; only the first call counts.
    func finish(_ end: Result<Void, TransportError>) {
        var headResult: HeadResult?
        var headWaiter: CheckedContinuation<HeadResult, Never>?
        var chunkWaiters: [CheckedContinuation<ChunkResult, Never>] = []
        state.withLock { state in
            guard state.end == nil else { return }
            state.end = end
            if state.head == nil {
                let result: HeadResult
                switch end {
                case .success: result = .failure(.endOfStream(inBody: false))
                case .failure(let error): result = .failure(error)
                }
                state.head = result
                headResult = result
                swap(&headWaiter, &state.headWaiter)
            }
            swap(&chunkWaiters, &state.chunkWaiters)
        }
        request.upload?.close()
        if let headResult { headWaiter?.resume(returning: headResult) }
        for waiter in chunkWaiters { waiter.resume(returning: end.map { nil }) }
    }
}
