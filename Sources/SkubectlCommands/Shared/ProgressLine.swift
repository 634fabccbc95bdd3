import Synchronization
import SystemIO

/// A line on standard error that tells how far work has come, while it takes longer than a second; only on a terminal.
///
/// What is written to the terminal meanwhile goes through `writing`, so that the line never mixes with it.
final class ProgressLine: Sendable {
    private struct State {
        var count = 0
        var isDue = false
        var isShown = false
        var isOver = false
    }

    private let console: any Console
    private let verb: String
    private let isOnTerminal: Bool
    private let state = Mutex(State())

    /// How long work may take without a word.
    private static let patience = Duration.seconds(1)

    /// - Parameter verb: What is being done: "Applying".
    init(_ verb: String, console: any Console) {
        self.console = console
        self.verb = verb
        isOnTerminal = console.terminal.errorIsTerminal
    }

    /// Runs `work`, and shows the line where it takes long.
    func during<Value>(_ work: () async throws -> Value) async rethrows -> Value {
        guard isOnTerminal else { return try await work() }
        let timer = Task {
            // Cancelled when the work is over.
            try? await Task.sleep(for: Self.patience)
            if !Task.isCancelled { becomeDue() }
        }
        defer {
            timer.cancel()
            end()
        }
        return try await work()
    }

    /// Counts one thing as done, and takes the line away while `write` tells of it.
    func writing(_ write: () -> Void) {
        guard isOnTerminal else { return write() }
        state.withLock { state in
            state.count += 1
            hide(&state)
            write()
            console.flush()
            show(&state)
        }
    }

    private func becomeDue() {
        state.withLock { state in
            state.isDue = true
            show(&state)
        }
    }

    private func end() {
        state.withLock { state in
            state.isOver = true
            hide(&state)
        }
    }

    private func show(_ state: inout State) {
        guard state.isDue, !state.isOver else { return }
        state.isShown = true
        console.writeError("\(verb)… \(state.count) done")
    }

    private func hide(_ state: inout State) {
        guard state.isShown else { return }
        state.isShown = false
        console.writeError("\r\u{1B}[K")
    }
}
