import Synchronization

/// Whether a call on a socket that would have had to wait is worth another try; one task waits at a time.
///
/// The system tells of a change once (edge-triggered). A change that comes between the call and the wait is kept.
final class SocketReadiness: Sendable {
    private enum State {
        case unchanged
        case changed
        case awaited(CheckedContinuation<Bool, Never>)
    }

    private let state = Mutex(State.unchanged)

    /// Notes a change, and wakes whoever waits for one.
    func signal() {
        resume(with: true)
    }

    /// Waits for a change since the last wait; false when the task was cancelled meanwhile.
    func wait() async -> Bool {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let known: Bool? = state.withLock { state in
                    if Task.isCancelled { return false }
                    if case .changed = state {
                        state = .unchanged
                        return true
                    }
                    state = .awaited(continuation)
                    return nil
                }
                if let known { continuation.resume(returning: known) }
            }
        } onCancel: {
            resume(with: false)
        }
    }

    private func resume(with value: Bool) {
        let waiter = state.withLock { state -> CheckedContinuation<Bool, Never>? in
            guard case .awaited(let continuation) = state else {
                if value { state = .changed }
                return nil
            }
            state = .unchanged
            return continuation
        }
        waiter?.resume(returning: value)
    }
}
