import Synchronization

/// Bytes on their way from one task to another, which may lag behind by so many.
final class BytePipe: Sendable {
    private struct State {
        var chunks: ArraySlice<[UInt8]> = []
        var count = 0
        /// Whether no more is written.
        var isFinished = false
        /// Whether no more is read.
        var isAbandoned = false
        var reader: CheckedContinuation<[UInt8]?, Never>?
        var writer: CheckedContinuation<Void, Never>?

        mutating func takeWriter() -> CheckedContinuation<Void, Never>? {
            defer { writer = nil }
            return writer
        }

        mutating func takeReader() -> CheckedContinuation<[UInt8]?, Never>? {
            defer { reader = nil }
            return reader
        }
    }

    private let limit: Int
    private let state = Mutex(State())

    /// - Parameter limit: How many bytes may wait before the writer does.
    init(limit: Int) {
        self.limit = limit
    }

    /// Whether the writer would have to wait.
    var isFull: Bool { state.withLock { $0.count >= limit && !$0.isAbandoned } }

    /// Whether no more is read.
    var isAbandoned: Bool { state.withLock { $0.isAbandoned } }

    /// Hands bytes over, and waits for room behind them.
    ///
    /// One caller at a time.
    func write(_ bytes: [UInt8]) async {
        let reader = state.withLock { state -> CheckedContinuation<[UInt8]?, Never>? in
            if state.isAbandoned { return nil }
            if let reader = state.takeReader() { return reader }
            state.chunks.append(bytes)
            state.count += bytes.count
            return nil
        }
        if let reader {
            reader.resume(returning: bytes)
            return
        }
        await withCheckedContinuation { continuation in
            let mustWait = state.withLock { state in
                guard state.count >= limit, !state.isAbandoned else { return false }
                state.writer = continuation
                return true
            }
            if !mustWait { continuation.resume() }
        }
    }

    /// The next bytes, as they were written; nil at the end, and when the task is cancelled.
    ///
    /// One caller at a time.
    func read() async -> [UInt8]? {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                var writer: CheckedContinuation<Void, Never>?
                let known = state.withLock { state -> [UInt8]?? in
                    if let bytes = state.chunks.popFirst() {
                        state.count -= bytes.count
                        if state.count < limit { writer = state.takeWriter() }
                        return .some(bytes)
                    }
                    if state.isFinished || state.isAbandoned || Task.isCancelled { return .some(nil) }
                    state.reader = continuation
                    return .none
                }
                writer?.resume()
                if let known { continuation.resume(returning: known) }
            }
        } onCancel: {
            state.withLock { $0.takeReader() }?.resume(returning: nil)
        }
    }

    /// Says that no more is written.
    func finish() {
        let reader = state.withLock { state in
            state.isFinished = true
            return state.takeReader()
        }
        reader?.resume(returning: nil)
    }

    /// Says that no more is read: what is there is dropped, and so is what comes.
    func abandon() {
        let (reader, writer) = state.withLock { state in
            state.isAbandoned = true
            state.chunks = []
            state.count = 0
            return (state.takeReader(), state.takeWriter())
        }
        reader?.resume(returning: nil)
        writer?.resume()
    }
}
