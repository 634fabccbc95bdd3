import Glibc
import Synchronization

/// Kills a program, and what it has started, when it takes too long.
final class ProcessGuardian: Sendable {
    private enum State {
        case waiting
        case finished
        case killed
    }

    private let state = Mutex(State.waiting)

    /// Begins to wait; `process` leads a process group of its own.
    init(_ process: pid_t, timeout: Duration) {
        let deadline = ContinuousClock.now + timeout
        // Without a thread nobody watches; the program then takes as long as it takes.
        _ = BackgroundThread.start { [self] in
            while ContinuousClock.now < deadline {
                usleep(20_000)
                if state.withLock({ $0 == .finished }) { return }
            }
            state.withLock { state in
                guard state == .waiting else { return }
                state = .killed
                kill(-process, SIGKILL)
            }
        }
    }

    /// Ends the waiting; true when the program was killed.
    func finish() -> Bool {
        state.withLock { state in
            if state == .waiting { state = .finished }
            return state == .killed
        }
    }
}
