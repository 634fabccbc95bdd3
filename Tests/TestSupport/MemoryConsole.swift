import Glibc
import Synchronization
package import SystemIO

/// A console whose input is given and whose output is kept.
package final class MemoryConsole: Console {
    private struct State {
        var output: [UInt8] = []
        var error = ""
        var transcript = ""
        /// How much of the input was read.
        var inputPosition = 0
        var rawModes: [Bool] = []
    }

    private let state = Mutex(State())
    private let inputBytes: [UInt8]
    package let terminal: TerminalState

    package init(input: String = "", terminal: TerminalState = TerminalState()) {
        inputBytes = Array(input.utf8)
        self.terminal = terminal
    }

    /// Everything written to standard output.
    package var output: String { String(decoding: outputBytes, as: UTF8.self) }

    package var outputBytes: [UInt8] { state.withLock { $0.output } }

    /// Everything written to standard error.
    package var error: String { state.withLock { $0.error } }

    /// Both, in the order they were written: what a terminal would show.
    package var transcript: String { state.withLock { $0.transcript } }

    package func write(_ text: String) {
        state.withLock { state in
            state.output += text.utf8
            state.transcript += text
        }
    }

    package func write(_ bytes: [UInt8]) {
        state.withLock { state in
            state.output += bytes
            state.transcript += String(decoding: bytes, as: UTF8.self)
        }
    }

    package func flush() {}

    package func writeError(_ text: String) {
        state.withLock { state in
            state.error += text
            state.transcript += text
        }
    }

    package func writeError(_ bytes: [UInt8]) {
        writeError(String(decoding: bytes, as: UTF8.self))
    }

    /// The input as one piece.
    package var input: any ByteSource { MemoryInput(console: self) }

    package func enterRawMode() -> (@Sendable () -> Void)? {
        guard terminal.inputIsTerminal else { return nil }
        state.withLock { $0.rawModes.append(true) }
        return { self.state.withLock { $0.rawModes.append(false) } }
    }

    /// Each change of the terminal's mode, true for raw.
    package var rawModes: [Bool] { state.withLock { $0.rawModes } }

    package var size: TerminalSize? {
        terminal.columns.map { TerminalSize(columns: $0, rows: 24) }
    }

    package func resizes() -> AsyncStream<TerminalSize> { AsyncStream { $0.finish() } }

    package func writeLastWords(_ text: String) { writeError(text) }

    package func readInput(limit: Int) throws(SystemError) -> [UInt8] {
        let rest = state.withLock { state in
            defer { state.inputPosition = inputBytes.count }
            return Array(inputBytes[state.inputPosition...])
        }
        guard rest.count <= limit else { throw SystemError(operation: "read", path: "/dev/stdin", code: EFBIG) }
        return rest
    }

    package func readSecret(limit: Int) throws(SystemError) -> [UInt8] {
        try readLine(limit: limit)
    }

    package func readLine(limit: Int) throws(SystemError) -> [UInt8] {
        let line = state.withLock { state in
            let rest = inputBytes[state.inputPosition...]
            let line = rest.prefix { $0 != UInt8(ascii: "\n") }
            state.inputPosition = min(line.endIndex + 1, inputBytes.count)
            return Array(line)
        }
        guard line.count <= limit else { throw SystemError(operation: "read", path: "/dev/stdin", code: EFBIG) }
        return line
    }
}

/// The input of a `MemoryConsole`.
private struct MemoryInput: ByteSource {
    let console: MemoryConsole

    func next() async throws(SystemError) -> [UInt8]? {
        let rest = try console.readInput(limit: .max)
        return rest.isEmpty ? nil : rest
    }
}
