import Glibc
import Synchronization

/// SIGINT, SIGTERM and SIGHUP as the cancellation of the program's work.
///
/// Until `cancelling` is called nothing is installed and a signal kills the program, as it does kubectl. While it runs,
/// the first signal cancels the work so that it can clean up, and the program then dies of that signal: a shell sees
/// 130 for SIGINT and 143 for SIGTERM, as from kubectl.
package enum Interruption {
    /// Runs `work` as a task that the first signal cancels, and then `end` with its result; this thread, which is to be
    /// the process's first, waits for signals meanwhile.
    ///
    /// Once a signal has come, `lastWords` is called when the work has ended, or when `grace` is over, and the program
    /// dies of the signal: then `end` is not called. A second signal kills the program at once.
    package static func cancelling<Value: Sendable>(
        grace: Duration = .seconds(1), lastWords: @escaping @Sendable () -> Void,
        _ work: @escaping @Sendable () async -> Value, end: @escaping @Sendable (Value) -> Never
    ) -> Never {
        let watcher = SignalWatcher.shared
        // Without handlers a signal kills the program, which is all that is lost.
        let canWatch = watcher.prepare()
        let task = Task {
            let value = await work()
            watcher.stop()
            end(value)
        }
        if canWatch {
            watcher.start(
                SignalWatcher.Plan(
                    cancel: { task.cancel() },
                    end: { signal in
                        lastWords()
                        die(of: signal)
                    }, grace: grace))
            watcher.watch()
        }
        while true { pause() }
    }

    /// Has `action` run when the program dies of a signal, newest first, for what must not be left behind as it is.
    ///
    /// Returns what to call once that is no longer needed. The action must not wait for the work that was cancelled.
    package static func beforeDeath(_ action: @escaping @Sendable () -> Void) -> @Sendable () -> Void {
        let number = lastActions.withLock { $0.add(action) }
        return { lastActions.withLock { $0.remove(number) } }
    }

    /// Has `signal` be the usual way to end the program from now on: it then ends with status 0, and does so even where
    /// it was started with the signal ignored, as programs in the background of a script are (Go's `signal.Notify`).
    package static func endOrderly(on signal: Int32) {
        orderlySignals.withLock { _ = $0.insert(signal) }
        SignalWatcher.shared.insist(on: signal)
    }

    /// Ends the program by `signal`, whatever was arranged for it.
    package static func die(of signal: Int32) -> Never {
        for action in lastActions.withLock({ $0.take() }) { action() }
        if orderlySignals.withLock({ $0.contains(signal) }) { _exit(0) }
        Glibc.signal(signal, SIG_DFL)
        var only = sigset_t()
        sigemptyset(&only)
        sigaddset(&only, signal)
        pthread_sigmask(SIG_UNBLOCK, &only, nil)
        raise(signal)
        // Reached only where the signal does not kill; the status is the one a shell makes of it.
        _exit(128 + signal)
    }

    /// Whether a signal has come.
    static var hasBegun: Bool { SignalWatcher.shared.signal != 0 }

    /// What becomes readable with the first signal, and stays so; nil while nothing is installed.
    static var descriptor: Int32? { SignalWatcher.shared.readableDescriptor }

    private static let orderlySignals = Mutex(Set<Int32>())
    private static let lastActions = Mutex(LastActions())
}

/// Actions in the order they were added.
private struct LastActions {
    private var actions: [(number: Int, action: @Sendable () -> Void)] = []
    private var count = 0

    mutating func add(_ action: @escaping @Sendable () -> Void) -> Int {
        count += 1
        actions.append((count, action))
        return count
    }

    mutating func remove(_ number: Int) {
        actions.removeAll { $0.number == number }
    }

    mutating func take() -> [@Sendable () -> Void] {
        defer { actions = [] }
        return actions.reversed().map(\.action)
    }
}
