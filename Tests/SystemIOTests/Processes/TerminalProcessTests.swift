import Glibc
import SystemIO
import TestSupport
import Testing

@Suite("Processes with the terminal")
struct TerminalProcessTests {
    let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func run(_ script: String) async throws(SystemError) -> ChildProcess.Exit {
        let process = ChildProcess(
            path: "/bin/sh", arguments: ["sh", "-c", script, directory("file")], environment: EnvironmentVariables())
        return try await process.runOnTerminal()
    }

    @Test func tellsHowItEnded() async throws {
        #expect(try await run("exit 0") == .code(0))
        #expect(try await run("exit 3") == .code(3))
        #expect(try await run("kill -9 $$") == .signal(SIGKILL))
    }

    @Test func seesItsArguments() async throws {
        #expect(try await run(#"echo "$0" > "$0""#) == .code(0))
        #expect(try directory.read("file") == directory("file") + "\n")
    }

    @Test func canBeInterruptedAlone() async throws {
        // The keys reach both processes; only the program ends of them.
        #expect(try await run("kill -INT $PPID; kill -QUIT $PPID; kill -INT $$") == .signal(SIGINT))
    }

    @Test func failsWithoutAProgram() async {
        let process = ChildProcess(path: "/no/such", arguments: ["x"], environment: EnvironmentVariables())
        await #expect(throws: SystemError(operation: "fork/exec", path: "/no/such", code: ENOENT)) {
            try await process.runOnTerminal()
        }
    }
}
