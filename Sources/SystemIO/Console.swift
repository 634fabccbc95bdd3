/// Where a command's output goes and its input comes from.
///
/// The real one is `StandardConsole`; tests use `MemoryConsole`.
package protocol Console: Sendable {
    /// Appends text to standard output, buffered until `flush()`, a full buffer, or the end of the program.
    func write(_ text: String)
    /// Appends bytes as they are to standard output.
    func write(_ bytes: [UInt8])
    /// Hands everything buffered on to standard output. A closed pipe ends the program silently.
    func flush()
    /// Writes text to standard error at once, after flushing standard output.
    func writeError(_ text: String)
    /// As above, with bytes as they are.
    func writeError(_ bytes: [UInt8])
    /// As `writeError`, and also when a signal has ended the work: what the user has to know of how far it came.
    ///
    /// What was written to standard output since the signal is told before it, and not otherwise.
    func writeLastWords(_ text: String)
    /// Whether standard output, input and error are terminals.
    var terminal: TerminalState { get }
    /// Reads all of standard input; throws EFBIG for more than `limit` bytes.
    func readInput(limit: Int) throws(SystemError) -> [UInt8]
    /// Reads one line of standard input without its end, at most `limit` bytes; empty at the end of the input.
    func readLine(limit: Int) throws(SystemError) -> [UInt8]
    /// As `readLine`, without the terminal showing what is typed.
    func readSecret(limit: Int) throws(SystemError) -> [UInt8]
    /// Standard input piece by piece, for what is to go on while it comes.
    var input: any ByteSource { get }
    /// Puts the terminal of standard input into raw mode; returns what ends it, nil where standard input is no terminal.
    ///
    /// It also ends when the program dies, of a signal or of a fault.
    func enterRawMode() -> (@Sendable () -> Void)?
    /// The size of the terminal of standard output; nil where it is none.
    var size: TerminalSize? { get }
    /// Every size that terminal takes on from now on.
    func resizes() -> AsyncStream<TerminalSize>
    /// Why a write to standard output failed, other than a closed pipe; nothing was written after it.
    ///
    /// kubectl ends with status 1 and `error: write /dev/stdout: no space left on device` from commands that print
    /// through its printers.
    var outputFailure: SystemError? { get }
}

extension Console {
    /// None: only what writes to a descriptor can fail.
    package var outputFailure: SystemError? { nil }
}

/// Which of the standard streams are terminals, and the width of the terminal when one is.
package struct TerminalState: Sendable, Hashable {
    package var inputIsTerminal: Bool
    package var outputIsTerminal: Bool
    package var errorIsTerminal: Bool
    /// In character cells; nil when standard output is no terminal.
    package var columns: Int?

    package init(
        inputIsTerminal: Bool = false, outputIsTerminal: Bool = false, errorIsTerminal: Bool = false,
        columns: Int? = nil
    ) {
        self.inputIsTerminal = inputIsTerminal
        self.outputIsTerminal = outputIsTerminal
        self.errorIsTerminal = errorIsTerminal
        self.columns = columns
    }
}
