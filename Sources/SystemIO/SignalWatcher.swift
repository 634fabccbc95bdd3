import Glibc
import Synchronization

/// Handlers for the signals that end a program, and what a thread does that acts on them.
final class SignalWatcher: Sendable {
    /// What to do about a signal.
    struct Plan: Sendable {
        /// Called once, on the thread that watches.
        let cancel: @Sendable () -> Void
        /// Called with the signal once the work has ended, or when its time is over.
        let end: @Sendable (Int32) -> Void
        /// How long the work may go on after `cancel`.
        let grace: Duration
    }

    /// The process's only one: handlers belong to the process.
    static let shared = SignalWatcher()

    private static let signals = [SIGINT, SIGTERM, SIGHUP]

    private let plan = Mutex<Plan?>(nil)
    /// Held by whoever ends the program, and never let go.
    private let ending = Mutex(())
    private let first = Atomic<Int32>(0)
    /// Becomes readable with the first signal, and stays so; -1 before there are handlers.
    private let descriptor = Atomic<Int32>(-1)
    /// The other end, which the handler writes to.
    private let wakeup = Atomic<Int32>(-1)

    private init() {}

    /// The first signal that came; 0 for none.
    var signal: Int32 { first.load(ordering: .acquiring) }

    /// What becomes readable with the first signal; nil before there are handlers.
    var readableDescriptor: Int32? {
        let value = descriptor.load(ordering: .acquiring)
        return value < 0 ? nil : value
    }

    /// Makes what the handlers need; false where the system has no descriptors for it.
    func prepare() -> Bool {
        guard readableDescriptor == nil else { return true }
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return false }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            // A full pipe must not stop the handler.
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        wakeup.store(ends[1], ordering: .releasing)
        descriptor.store(ends[0], ordering: .releasing)
        return true
    }

    /// Installs the handlers; after `prepare`.
    func start(_ plan: Plan) {
        self.plan.withLock { $0 = plan }
        for signal in Self.signals { Self.install(signal) }
    }

    /// Has a signal noticed, even where whoever started the program wanted it ignored; nothing before `prepare`.
    func insist(on signal: Int32) {
        if readableDescriptor != nil { Self.install(signal, isWanted: true) }
    }

    /// Takes the handlers away after the work has ended; where a signal has come, ends the program instead.
    func stop() {
        for signal in Self.signals where Self.isOurs(signal) { Glibc.signal(signal, SIG_DFL) }
        if signal != 0 { end() }
        // Reached after a signal only by a plan that does not end the program: the next one begins anew.
        plan.withLock { $0 = nil }
        first.store(0, ordering: .releasing)
    }

    private func end() {
        ending.withLock { _ in
            let plan = plan.withLock { plan in
                defer { plan = nil }
                return plan
            }
            plan?.end(signal)
        }
    }

    // MARK: The handler

    private static func install(_ signal: Int32, isWanted: Bool = false) {
        var current = sigaction()
        sigaction(signal, nil, &current)
        // Whoever started the program wanted the signal ignored (nohup); so does Go's runtime leave it.
        if !isWanted, isIgnored(current) { return }
        var action = sigaction()
        action.__sigaction_handler.sa_handler = handler
        // A second signal kills the program at once.
        action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
        sigaction(signal, &action, nil)
    }

    private static let handler: @convention(c) (Int32) -> Void = { signal in
        let saved = errno
        // `shared` was made before any handler was installed: nothing here allocates or locks.
        SignalWatcher.shared.note(signal)
        errno = saved
    }

    private func note(_ signal: Int32) {
        _ = first.compareExchange(expected: 0, desired: signal, ordering: .acquiringAndReleasing)
        var byte: UInt8 = 1
        _ = write(wakeup.load(ordering: .acquiring), &byte, 1)
    }

    private static func isIgnored(_ action: sigaction) -> Bool {
        unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
    }

    private static func isOurs(_ signal: Int32) -> Bool {
        var current = sigaction()
        sigaction(signal, nil, &current)
        let installed = unsafeBitCast(current.__sigaction_handler.sa_handler, to: Int.self)
        return installed == unsafeBitCast(handler, to: Int.self)
    }

    // MARK: The thread

    /// Waits for the first signal and does what the plan says.
    func watch() {
        guard let descriptor = readableDescriptor else { return }
        var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while poll(&watched, 1, -1) < 0 {}
        guard let plan = plan.withLock({ $0 }) else { return }
        plan.cancel()
        var left = timespec(
            tv_sec: Int(plan.grace.components.seconds),
            tv_nsec: Int(plan.grace.components.attoseconds / 1_000_000_000))
        var rest = timespec()
        // Other signals must not cut it short.
        while nanosleep(&left, &rest) < 0, errno == EINTR { left = rest }
        end()
    }
}
