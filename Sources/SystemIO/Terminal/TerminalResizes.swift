import Glibc
import Synchronization

/// The sizes the terminal of standard output takes on (SIGWINCH).
final class TerminalResizes: Sendable {
    /// The process's only one: handlers belong to the process.
    static let shared = TerminalResizes()

    private struct State {
        var listeners: [Int: AsyncStream<TerminalSize>.Continuation] = [:]
        var count = 0
        var hasThread = false
    }

    private let state = Mutex(State())
    /// The end of the pipe the handler writes to; -1 before there is one.
    private let wakeup = Atomic<Int32>(-1)

    private init() {}

    /// The size of standard output's terminal; nil where it is none or has no size.
    static func current() -> TerminalSize? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 || size.ws_row > 0 else { return nil }
        return TerminalSize(columns: Int(size.ws_col), rows: Int(size.ws_row))
    }

    /// Every size from now on, the newest where several come at once.
    func changes() -> AsyncStream<TerminalSize> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            let number = state.withLock { state in
                if !state.hasThread { state.hasThread = start() }
                state.count += 1
                state.listeners[state.count] = continuation
                return state.count
            }
            continuation.onTermination = { _ in
                self.state.withLock { state in
                    state.listeners[number] = nil
                }
            }
        }
    }

    private func start() -> Bool {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return false }
        let reading = ends[0]
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        // A full pipe must not stop the handler.
        _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        wakeup.store(ends[1], ordering: .releasing)
        let isStarted = BackgroundThread.start { self.watch(reading) }
        guard isStarted else { return false }
        var action = sigaction()
        action.__sigaction_handler.sa_handler = Self.handler
        action.sa_flags = Int32(SA_RESTART)
        sigaction(SIGWINCH, &action, nil)
        return true
    }

    private static let handler: @convention(c) (Int32) -> Void = { _ in
        let saved = errno
        var byte: UInt8 = 1
        // `shared` was made before the handler was installed: nothing here allocates or locks.
        _ = write(TerminalResizes.shared.wakeup.load(ordering: .acquiring), &byte, 1)
        errno = saved
    }

    private func watch(_ descriptor: Int32) {
        var bytes: UInt64 = 0
        while true {
            let count = read(descriptor, &bytes, 8)
            if count <= 0 {
                if count < 0, errno == EINTR { continue }
                return
            }
            guard let size = Self.current() else { continue }
            for listener in state.withLock({ Array($0.listeners.values) }) { listener.yield(size) }
        }
    }
}
