import Synchronization

/// The body of a request that is handed over while it is sent, with back-pressure: what is not sent is not taken.
///
/// One task writes it, for one request.
package final class RequestUpload: Sendable {
    private struct State {
        var buffer: ArraySlice<UInt8> = []
        /// What follows the buffer; nil while more may come.
        var end: Ending?
        /// Whether nobody takes anything any more.
        var isOver = false
        var hasBegun = false
        /// The writer that waits for room.
        var writer: CheckedContinuation<Void, Never>?
        /// Whether the transfer waits for bytes.
        var isAwaited = false
        var resume: (@Sendable () -> Void)?

        mutating func takeWriter() -> CheckedContinuation<Void, Never>? {
            defer { writer = nil }
            return writer
        }

        mutating func takeResumption() -> (@Sendable () -> Void)? {
            guard isAwaited else { return nil }
            isAwaited = false
            return resume
        }
    }

    private enum Ending {
        case complete
        case broken
    }

    /// How much may wait to be sent, in bytes, before the writer has to wait.
    private static let highWater = 256 * 1024

    /// In bytes; nil where only its end will tell.
    package let length: Int?
    private let state = Mutex(State())

    package init(length: Int?) {
        self.length = length
    }

    // MARK: The writer's side

    /// Hands bytes over, waiting for room; false once the transfer is over, and nobody wants them any more.
    package func write(_ bytes: [UInt8]) async -> Bool {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let mayGoOn = state.withLock { state in
                    if state.isOver || state.buffer.count < Self.highWater || Task.isCancelled { return true }
                    state.writer = continuation
                    return false
                }
                if mayGoOn { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.takeWriter() }?.resume()
        }
        let (isOver, resume) = state.withLock { state -> (Bool, (@Sendable () -> Void)?) in
            if !state.isOver { state.buffer += bytes }
            return (state.isOver, state.takeResumption())
        }
        resume?()
        return !isOver
    }

    /// Says that the body ends here.
    package func finish() { end(.complete) }

    /// Says that the rest of the body cannot be had, which ends the transfer.
    package func breakOff() { end(.broken) }

    private func end(_ ending: Ending) {
        let resume = state.withLock { state in
            if state.end == nil { state.end = ending }
            return state.takeResumption()
        }
        resume?()
    }

    // MARK: The transfer's side

    /// What there is for the transfer.
    enum Supply {
        case bytes(Int)
        /// Nothing now; `resume` is called once there is.
        case later
        case end
        case broken
    }

    /// Whether bytes have been taken, so that they cannot be sent once more.
    var hasBegun: Bool { state.withLock { $0.hasBegun } }

    /// Says how a transfer that waits for bytes is told of them.
    func attach(resume: @escaping @Sendable () -> Void) {
        state.withLock { $0.resume = resume }
    }

    /// Moves bytes to `target`, as many as there are and fit.
    func supply(_ target: UnsafeMutableRawBufferPointer) -> Supply {
        var writer: CheckedContinuation<Void, Never>?
        let supply: Supply = state.withLock { state in
            guard !state.buffer.isEmpty else {
                switch state.end {
                case .complete: return .end
                case .broken: return .broken
                case nil:
                    state.isAwaited = true
                    return .later
                }
            }
            let taken = state.buffer.prefix(target.count)
            target.copyBytes(from: taken)
            state.buffer = state.buffer.dropFirst(taken.count)
            state.hasBegun = true
            if state.buffer.count < Self.highWater { writer = state.takeWriter() }
            return .bytes(taken.count)
        }
        writer?.resume()
        return supply
    }

    /// Ends it from the transfer's side: whoever writes is let go.
    func close() {
        let writer = state.withLock { state in
            state.isOver = true
            state.buffer = []
            state.resume = nil
            return state.takeWriter()
        }
        writer?.resume()
    }
}

extension RequestUpload: Hashable {
    package static func == (one: RequestUpload, other: RequestUpload) -> Bool { one === other }

    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
