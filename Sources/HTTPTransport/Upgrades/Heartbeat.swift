import Synchronization

/// Something done again and again, as long as the value lives.
final class Heartbeat: Sendable {
    private let task = Mutex<Task<Void, Never>?>(nil)

    /// Calls `beat` after each interval, until it returns false.
    func start(every interval: Duration, _ beat: @escaping @Sendable () async -> Bool) {
        let beating = Task {
            while true {
                // Cut short only by cancellation.
                guard (try? await Task.sleep(for: interval)) != nil, await beat() else { return }
            }
        }
        task.withLock { $0 = beating }
    }

    func stop() {
        task.withLock { $0?.cancel() }
    }

    deinit {
        stop()
    }
}
