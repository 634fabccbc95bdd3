import Synchronization

/// Something that happens once and that one task may wait for.
package final class OneTimeSignal: Sendable {
    private enum State {
        case awaited(CheckedContinuation<Void, Never>)
        case silent
        case over
    }

    private let state = Mutex(State.silent)

    package init() {}

    /// Whether it has happened.
    package var isOver: Bool { state.withLock { if case .over = $0 { true } else { false } } }

    /// Lets the one who waits go on, now or later.
    package func fire() {
        let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
            defer { state = .over }
            if case .awaited(let continuation) = state { return continuation }
            return nil
        }
        waiter?.resume()
    }

    /// Waits for the signal, or for the task's cancellation.
    package func wait() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    if case .over = state { return true }
                    if Task.isCancelled { return true }
                    state = .awaited(continuation)
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
                guard case .awaited(let continuation) = state else { return nil }
                state = .silent
                return continuation
            }
            waiter?.resume()
        }
    }
}
