import Glibc
import Synchronization

/// The console of the program itself: standard input, output and error.
///
/// Output is gathered in a buffer of 64 KiB. Whoever ends the program, or waits for long with something written, calls
/// `flush()`. When the reader of a pipe has gone, the program dies of SIGPIPE, without a word, as a Go program does on
/// its standard output: a shell sees 141. Once a signal has come that ends the program, nothing more is shown but last
/// words, and with them what was written until then: what else a cancelled command has to say of its end is of no interest
/// to who ended it.
package final class StandardConsole: Console {
    private static let capacity = 64 * 1024
    /// A command that goes on writing after the signal is not waited for.
    private static let lateCapacity = 1024 * 1024

    private struct Output {
        var buffer: [UInt8] = []
        /// What was written after the signal that ends the program.
        var late: [UInt8] = []
        /// The errno of the first write that failed; after it nothing more is written.
        var failure: Int32 = 0
    }

    private let output = Mutex(Output())
    package let input: any ByteSource = StandardInput()

    /// The console; closed standard streams are replaced by /dev/null.
    package init() {
        StandardStream.openMissing()
    }

    package func write(_ text: String) {
        var text = text
        text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
    }

    package func write(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { append($0) }
    }

    package func flush() {
        output.withLock { Self.flush(&$0) }
    }

    package func writeError(_ text: String) {
        var text = text
        text.withUTF8 { appendError(UnsafeRawBufferPointer($0)) }
    }

    package func writeError(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { appendError($0) }
    }

    package func writeLastWords(_ text: String) {
        output.withLock { output in
            Self.flush(&output)
            output.late.withUnsafeBytes { Self.put($0, &output.failure) }
            output.late = []
        }
        var text = text
        text.withUTF8 { Self.sendError(UnsafeRawBufferPointer($0)) }
    }

    private func appendError(_ bytes: UnsafeRawBufferPointer) {
        flush()
        if !Interruption.hasBegun { Self.sendError(bytes) }
    }

    private static func sendError(_ bytes: UnsafeRawBufferPointer) {
        let code = StandardStream.writeAll(bytes, to: STDERR_FILENO)
        if code == EPIPE { Interruption.die(of: SIGPIPE) }
    }

    package func enterRawMode() -> (@Sendable () -> Void)? { RawMode.enter() }

    package var size: TerminalSize? { TerminalResizes.current() }

    package func resizes() -> AsyncStream<TerminalSize> { TerminalResizes.shared.changes() }

    package var outputFailure: SystemError? {
        let code = output.withLock { $0.failure }
        return code == 0 ? nil : SystemError(operation: "write", path: "/dev/stdout", code: code)
    }

    package var terminal: TerminalState {
        let outputIsTerminal = isatty(STDOUT_FILENO) == 1
        return TerminalState(
            inputIsTerminal: isatty(STDIN_FILENO) == 1, outputIsTerminal: outputIsTerminal,
            errorIsTerminal: isatty(STDERR_FILENO) == 1, columns: outputIsTerminal ? Self.columns() : nil)
    }

    package func readInput(limit: Int) throws(SystemError) -> [UInt8] {
        flush()
        return try StandardStream.readAll(
            from: STDIN_FILENO, path: "/dev/stdin", limit: limit, interruption: Interruption.descriptor)
    }

    package func readLine(limit: Int) throws(SystemError) -> [UInt8] {
        flush()
        return try StandardStream.readLine(
            from: STDIN_FILENO, path: "/dev/stdin", limit: limit, interruption: Interruption.descriptor)
    }

    package func readSecret(limit: Int) throws(SystemError) -> [UInt8] {
        var shown = termios()
        guard tcgetattr(STDIN_FILENO, &shown) == 0 else { return try readLine(limit: limit) }
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO)
        hidden.c_lflag |= tcflag_t(ICANON | ISIG)
        let restored = shown
        let restore: @Sendable () -> Void = {
            var settings = restored
            tcsetattr(STDIN_FILENO, TCSADRAIN, &settings)
        }
        let forget = Interruption.beforeDeath(restore)
        tcsetattr(STDIN_FILENO, TCSADRAIN, &hidden)
        defer {
            restore()
            forget()
        }
        return try readLine(limit: limit)
    }

    private func append(_ bytes: UnsafeRawBufferPointer) {
        output.withLock { output in
            if Interruption.hasBegun {
                if output.late.count + bytes.count <= Self.lateCapacity { output.late.append(contentsOf: bytes) }
                return
            }
            if output.buffer.count + bytes.count > Self.capacity { Self.flush(&output) }
            guard bytes.count < Self.capacity else {
                Self.put(bytes, &output.failure)
                return
            }
            if output.buffer.capacity == 0 { output.buffer.reserveCapacity(min(Self.capacity, 8 * bytes.count)) }
            output.buffer.append(contentsOf: bytes)
        }
    }

    private static func flush(_ output: inout Output) {
        guard !output.buffer.isEmpty else { return }
        output.buffer.withUnsafeBytes { put($0, &output.failure) }
        output.buffer.removeAll(keepingCapacity: true)
    }

    private static func put(_ bytes: UnsafeRawBufferPointer, _ failure: inout Int32) {
        if failure == 0 { failure = send(bytes) }
    }

    private static func send(_ bytes: UnsafeRawBufferPointer) -> Int32 {
        let code = StandardStream.writeAll(bytes, to: STDOUT_FILENO)
        if code == EPIPE { Interruption.die(of: SIGPIPE) }
        return code
    }

    private static func columns() -> Int? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}
