import Glibc
import Synchronization

/// The terminal of standard input in raw mode: each key goes where it is read, and nowhere else.
///
/// Whatever ends the program, the terminal gets its settings back: the end of the work, a signal, or a fault of the program.
enum RawMode {
    /// Where the handler for faults finds the settings; made before the handler is installed, and kept.
    // SAFETY: written while `isArmed` is false, read by the handler while it is true.
    private struct Settings: @unchecked Sendable {
        let pointer: UnsafeMutablePointer<termios>
    }

    private static let saved: Settings = {
        let pointer = UnsafeMutablePointer<termios>.allocate(capacity: 1)
        pointer.initialize(to: termios())
        return Settings(pointer: pointer)
    }()
    private static let isArmed = Atomic(false)

    /// What a fault of the program raises, and what stops it from a terminal elsewhere.
    private static let faults = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGQUIT]

    /// Enters raw mode as `cfmakeraw` has it; returns what ends it, nil where standard input is no terminal.
    static func enter() -> (@Sendable () -> Void)? {
        var settings = termios()
        guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return nil }
        saved.pointer.pointee = settings
        var raw = settings
        cfmakeraw(&raw)
        raw.c_oflag = settings.c_oflag & ~tcflag_t(OPOST)
        isArmed.store(true, ordering: .sequentiallyConsistent)
        for signal in faults { install(signal) }
        let forget = Interruption.beforeDeath { leave() }
        tcsetattr(STDIN_FILENO, TCSADRAIN, &raw)
        return {
            leave()
            forget()
        }
    }

    private static func leave() {
        guard isArmed.exchange(false, ordering: .sequentiallyConsistent) else { return }
        tcsetattr(STDIN_FILENO, TCSADRAIN, saved.pointer)
    }

    private static func install(_ signal: Int32) {
        var current = sigaction()
        sigaction(signal, nil, &current)
        // Whoever has a handler of his own, or ignores the signal, goes on as before.
        guard unsafeBitCast(current.__sigaction_handler.sa_handler, to: Int.self) == 0 else { return }
        var action = sigaction()
        action.__sigaction_handler.sa_handler = handler
        // The second time the signal does what it does by itself.
        action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
        sigaction(signal, &action, nil)
    }

    private static let handler: @convention(c) (Int32) -> Void = { signal in
        if RawMode.isArmed.load(ordering: .sequentiallyConsistent) {
            tcsetattr(STDIN_FILENO, TCSANOW, RawMode.saved.pointer)
        }
        raise(signal)
    }
}
