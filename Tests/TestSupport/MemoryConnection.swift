package import HTTPTransport
import Synchronization

/// One end of a connection in memory, whose other end a test plays.
package final class MemoryConnection: ByteConnection {
    private struct State {
        var inbox: [[UInt8]] = []
        var end: Result<Void, TransportError>?
        var waiter: CheckedContinuation<Result<[UInt8]?, TransportError>, Never>?
        var sent: [[UInt8]] = []
        var isClosed = false
        var onSend: (@Sendable ([UInt8]) -> Void)?
    }

    private let state = Mutex(State())

    package init() {}

    /// What was sent so far, a piece a call.
    package var sent: [[UInt8]] { state.withLock { $0.sent } }
    package var isClosed: Bool { state.withLock { $0.isClosed } }

    /// Has `answer` called with everything that is sent from now on.
    package func onSend(_ answer: @escaping @Sendable ([UInt8]) -> Void) {
        state.withLock { $0.onSend = answer }
    }

    /// Plays the other end: these bytes arrive, in one piece.
    package func deliver(_ bytes: [UInt8]) {
        let waiter = state.withLock { state -> CheckedContinuation<Result<[UInt8]?, TransportError>, Never>? in
            guard let waiter = state.waiter else {
                state.inbox.append(bytes)
                return nil
            }
            state.waiter = nil
            return waiter
        }
        waiter?.resume(returning: .success(bytes))
    }

    /// Plays the other end: nothing more comes.
    package func end(_ result: Result<Void, TransportError> = .success(())) {
        let waiter = state.withLock { state -> CheckedContinuation<Result<[UInt8]?, TransportError>, Never>? in
            if state.end == nil { state.end = result }
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume(returning: result.map { nil })
    }

    package func send(_ bytes: [UInt8]) async throws(TransportError) {
        let (end, answer) = state.withLock { state in
            // An end that has said its last word still hears.
            if case .failure = state.end { return (state.end, state.onSend) }
            state.sent.append(bytes)
            return (state.end, state.onSend)
        }
        if case .failure(let error) = end { throw error }
        answer?(bytes)
    }

    package func receive() async throws(TransportError) -> [UInt8]? {
        try await withCheckedContinuation { continuation in
            let known = state.withLock { state -> Result<[UInt8]?, TransportError>? in
                if !state.inbox.isEmpty { return .success(state.inbox.removeFirst()) }
                if let end = state.end { return end.map { nil } }
                state.waiter = continuation
                return nil
            }
            if let known { continuation.resume(returning: known) }
        }.get()
    }

    package func close() {
        state.withLock { $0.isClosed = true }
        end(.failure(.cancelled))
    }
}
