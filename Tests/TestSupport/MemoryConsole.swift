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
    }

    private let state = Mutex(State())
    private let input: [UInt8]
    package let terminal: TerminalState

    package init(input: String = "", terminal: TerminalState = TerminalState()) {
        self.input = Array(input.utf8)
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

    package func readInput(limit: Int) throws(SystemError) -> [UInt8] {
        let rest = state.withLock { state in
            defer { state.inputPosition = input.count }
            return Array(input[state.inputPosition...])
        }
        guard rest.count <= limit else { throw SystemError(operation: "read", path: "/dev/stdin", code: EFBIG) }
        return rest
    }

    package func readSecret(limit: Int) throws(SystemError) -> [UInt8] {
        try readLine(limit: limit)
    }

    package func readLine(limit: Int) throws(SystemError) -> [UInt8] {
        let line = state.withLock { state in
            let rest = input[state.inputPosition...]
            let line = rest.prefix { $0 != UInt8(ascii: "\n") }
            state.inputPosition = min(line.endIndex + 1, input.count)
            return Array(line)
        }
        guard line.count <= limit else { throw SystemError(operation: "read", path: "/dev/stdin", code: EFBIG) }
        return line
    }
}
