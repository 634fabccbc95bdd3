import Synchronization

/// A connection of libcurl's that has switched protocols, or is about to: what its users and its thread share.
///
/// The thread (`CurlConnectionLoop`) alone touches libcurl. Past `highWater` bytes either way, whoever is faster waits.
final class CurlConnection: ByteConnection {
    /// How many bytes may wait for a reader, or to be sent.
    static let highWater = 256 * 1024

    typealias Answer = Result<UpgradeAnswer, TransportError>
    typealias Chunk = Result<[UInt8]?, TransportError>
    /// Who waits for room; resumed with why there will be none, nil where there is.
    private typealias Sender = CheckedContinuation<TransportError?, Never>

    private struct State {
        var answer: Answer?
        var answerWaiter: CheckedContinuation<Answer, Never>?
        var inbox: [UInt8] = []
        var receiver: CheckedContinuation<Chunk, Never>?
        var outbox: [[UInt8]] = []
        var outboxCount = 0
        var senders: [Sender] = []
        /// Why nothing more can be sent, although more may be received; nil while it can.
        var refusal: TransportError?
        /// nil while the connection lasts.
        var end: Result<Void, TransportError>?

        /// Why nothing can be sent; nil where it can.
        var sendFailure: TransportError? {
            if let refusal { return refusal }
            return switch end {
            case nil: nil
            case .success: .endOfStream(inBody: true)
            case .failure(let error): error
            }
        }
        /// What wakes the thread; nil before it runs and after.
        var bell: Bell?
    }

    let transfer: CurlTransfer
    private let state = Mutex(State())

    init(_ transfer: CurlTransfer) {
        self.transfer = transfer
    }

    // MARK: The user's side

    /// Connects, sends the request and waits for the answer.
    func open() async -> Answer {
        await withCheckedContinuation { continuation in
            let known = state.withLock { state -> Answer? in
                if case .failure(let error) = state.end { return .failure(error) }
                state.answerWaiter = continuation
                return nil
            }
            if let known {
                continuation.resume(returning: known)
                return
            }
            let code = TransportThread.start { CurlConnectionLoop(self).run() }
            if code != 0 { end(.failure(.library(code: 0, systemCode: code))) }
        }
    }

    func send(_ bytes: [UInt8]) async throws(TransportError) {
        if bytes.isEmpty { return }
        let failure: TransportError? = await withCheckedContinuation { continuation in
            let (failure, mustWait) = state.withLock { state -> (TransportError?, Bool) in
                if let failure = state.sendFailure { return (failure, false) }
                let wasEmpty = state.outbox.isEmpty
                state.outbox.append(bytes)
                state.outboxCount += bytes.count
                // A thread that has something to send looks for more by itself.
                if wasEmpty { state.bell?.ring() }
                guard state.outboxCount >= Self.highWater else { return (nil, false) }
                state.senders.append(continuation)
                return (nil, true)
            }
            if !mustWait { continuation.resume(returning: failure) }
        }
        if let failure { throw failure }
    }

    func receive() async throws(TransportError) -> [UInt8]? {
        let chunk: Chunk = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let known = state.withLock { state -> Chunk? in
                    if !state.inbox.isEmpty {
                        var bytes: [UInt8] = []
                        swap(&bytes, &state.inbox)
                        if bytes.count >= Self.highWater { state.bell?.ring() }
                        return .success(bytes)
                    }
                    if let end = state.end { return end.map { nil } }
                    if Task.isCancelled { return .failure(.cancelled) }
                    state.receiver = continuation
                    return nil
                }
                if let known { continuation.resume(returning: known) }
            }
        } onCancel: {
            let receiver = state.withLock { state in
                defer { state.receiver = nil }
                return state.receiver
            }
            receiver?.resume(returning: .failure(.cancelled))
        }
        return try chunk.get()
    }

    func close() {
        end(.failure(.cancelled))
    }

    // MARK: The thread's side

    /// Names what wakes the thread up; nil once the thread looks no more.
    func setBell(_ bell: Bell?) {
        state.withLock { $0.bell = bell }
    }

    var hasEnded: Bool { state.withLock { $0.end != nil } }

    /// Whether more may be received before the reader has caught up.
    var wantsMore: Bool { state.withLock { $0.inbox.count < Self.highWater } }

    /// What is to be sent next, all of it; empty where nothing is.
    func takeOutbox() -> [[UInt8]] {
        state.withLock { state in
            var taken: [[UInt8]] = []
            swap(&taken, &state.outbox)
            return taken
        }
    }

    /// Notes that bytes are sent, and lets senders go on.
    func noteSent(_ count: Int) {
        let senders = state.withLock { state -> [Sender] in
            state.outboxCount -= count
            guard state.outboxCount < Self.highWater, !state.senders.isEmpty else { return [] }
            defer { state.senders = [] }
            return state.senders
        }
        for sender in senders { sender.resume(returning: nil) }
    }

    /// Has senders told that nothing more can be sent; what the server still has to say can be read.
    func refuseSending(_ error: TransportError) {
        let senders = state.withLock { state -> [Sender] in
            state.refusal = error
            state.outbox = []
            defer { state.senders = [] }
            return state.senders
        }
        for sender in senders { sender.resume(returning: error) }
    }

    /// Hands bytes to the reader.
    func deliver(_ bytes: UnsafeRawBufferPointer) {
        let receiver = state.withLock { state -> CheckedContinuation<Chunk, Never>? in
            guard let receiver = state.receiver else {
                if state.end == nil { state.inbox.append(contentsOf: bytes) }
                return nil
            }
            state.receiver = nil
            return receiver
        }
        receiver?.resume(returning: .success(Array(bytes)))
    }

    /// Tells what the server answered; only the first call counts.
    func deliver(_ answer: UpgradeAnswer) {
        let waiter = state.withLock { state -> CheckedContinuation<Answer, Never>? in
            guard state.answer == nil else { return nil }
            state.answer = .success(answer)
            defer { state.answerWaiter = nil }
            return state.answerWaiter
        }
        waiter?.resume(returning: .success(answer))
    }

    /// Ends the connection; only the first call counts.
    ///
    /// What has arrived in order may still be read.
    func end(_ end: Result<Void, TransportError>) {
        var answer: Answer?
        var waiter: CheckedContinuation<Answer, Never>?
        var receiver: CheckedContinuation<Chunk, Never>?
        var senders: [Sender] = []
        var sendFailure: TransportError?
        state.withLock { state in
            guard state.end == nil else { return }
            state.end = end
            state.outbox = []
            if case .failure(.cancelled) = end { state.inbox = [] }
            if state.answer == nil {
                switch end {
                case .success: answer = .failure(.endOfStream(inBody: false))
                case .failure(let error): answer = .failure(error)
                }
                state.answer = answer
                swap(&waiter, &state.answerWaiter)
            }
            swap(&receiver, &state.receiver)
            swap(&senders, &state.senders)
            sendFailure = state.sendFailure
            state.bell?.ring()
        }
        if let answer { waiter?.resume(returning: answer) }
        receiver?.resume(returning: end.map { nil })
        for sender in senders { sender.resume(returning: sendFailure) }
    }
}
