import Glibc
import Synchronization

extension ChildProcess {
    /// Runs a program that the user works with, such as an editor, and waits for it.
    ///
    /// It has this process's standard streams. The keys that interrupt and quit are meant for it alone meanwhile, and the
    /// terminal is as before when it has ended. Fails with the operation "fork/exec" when it cannot be run.
    package func runOnTerminal() async throws(SystemError) -> Exit {
        try await onOwnThread { () throws(SystemError) in
            try Self.terminal.withLock { _ throws(SystemError) in try runWithSettings() }
        }
    }

    /// Held by the one that has the terminal: how signals are handled belongs to the process.
    private static let terminal = Mutex(())

    private func runWithSettings() throws(SystemError) -> Exit {
        let settings = TerminalSettings.current()
        let forget = Interruption.beforeDeath { settings?.restore() }
        defer {
            settings?.restore()
            forget()
        }
        return try runIgnoringKeys()
    }

    private func runIgnoringKeys() throws(SystemError) -> Exit {
        var ignored: [(signal: Int32, before: sigaction)] = []
        for signal in [SIGINT, SIGQUIT] {
            var before = sigaction()
            var ignoring = sigaction()
            ignoring.__sigaction_handler.sa_handler = SIG_IGN
            sigaction(signal, &ignoring, &before)
            ignored.append((signal, before))
        }
        defer {
            for var earlier in ignored { sigaction(earlier.signal, &earlier.before, nil) }
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // What was ignored before, as under nohup, stays so.
        let restored = ignored.filter { unsafeBitCast($0.before.__sigaction_handler.sa_handler, to: Int.self) != 1 }
        return Self.wait(for: try spawn(&actions, restoring: restored.map(\.signal)))
    }
}

/// How the user's terminal handles lines and keys.
private struct TerminalSettings: Sendable {
    private let path: String?
    private let settings: termios

    /// Those of standard input, or where it is no terminal, of the one this process belongs to; nil without one.
    static func current() -> TerminalSettings? {
        var settings = termios()
        if tcgetattr(STDIN_FILENO, &settings) == 0 { return TerminalSettings(path: nil, settings: settings) }
        let path = "/dev/tty"
        // Without a terminal there is nothing to restore.
        guard let terminal = try? FileDescriptor(opening: path, O_RDWR), tcgetattr(terminal.number, &settings) == 0
        else { return nil }
        return TerminalSettings(path: path, settings: settings)
    }

    /// Gives the terminal these settings again, as far as it is still there.
    func restore() {
        var settings = settings
        // A program that left this one in the background must not have it stopped.
        let before = signal(SIGTTOU, SIG_IGN)
        defer { signal(SIGTTOU, before) }
        guard let path else {
            tcsetattr(STDIN_FILENO, TCSANOW, &settings)
            return
        }
        // As above.
        guard let terminal = try? FileDescriptor(opening: path, O_RDWR) else { return }
        tcsetattr(terminal.number, TCSANOW, &settings)
    }
}
