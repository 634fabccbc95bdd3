import Renderers
import Synchronization
import SystemIO

/// Tells warnings on standard error, each text once, and counts them for `--warnings-as-errors`.
final class WarningPrinter: Sendable {
    private let console: any Console
    private let told = Mutex<Set<String>>([])

    private let isColoured: Bool

    init(console: any Console, environment: EnvironmentVariables) {
        self.console = console
        isColoured =
            console.terminal.errorIsTerminal && environment["TERM"] != "dumb" && environment["NO_COLOR"] == nil
    }

    /// How many different warnings were told.
    var count: Int { told.withLock { $0.count } }

    /// Writes `Warning: TEXT`, with the word in yellow on a terminal, as kubectl does.
    func print(_ text: String) {
        if told.withLock({ $0.insert(text).inserted }) { tell(text) }
    }

    /// Writes a warning of a command's own, which does not count and may come again.
    func tell(_ text: String) {
        let label = isColoured ? "\u{1B}[33;1mWarning:\u{1B}[0m" : "Warning:"
        console.writeError("\(label) \(TerminalText.escaped(text))\n")
    }
}
