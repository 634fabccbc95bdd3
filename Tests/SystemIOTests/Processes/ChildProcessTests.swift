import Glibc
import SystemIO
import TestSupport
import Testing

@Suite("Child processes")
struct ChildProcessTests {
    let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func shell(_ script: String, _ variables: KeyValuePairs<String, String> = [:]) -> ChildProcess {
        ChildProcess(
            path: "/bin/sh", arguments: ["sh", "-c", script, "name", "a b"],
            environment: EnvironmentVariables(variables))
    }

    @Test func takesOutputArgumentsAndEnvironment() async throws {
        let result = try await shell(#"echo "$0|$1|$X"; env | grep -c ^PATH"#, ["X": "1=2\n3"]).run()
        #expect(String(decoding: result.output, as: UTF8.self) == "name|a b|1=2\n3\n0\n")
        #expect(result.exit == .code(1))
    }

    @Test func tellsHowItEnded() async throws {
        #expect(try await shell("exit 3").run().exit == .code(3))
        #expect(try await shell("kill -9 $$").run().exit == .signal(SIGKILL))
    }

    @Test func readsMoreThanAPipeHolds() async throws {
        let result = try await shell("i=0; while [ $i -lt 3000 ]; do printf %0100d $i; i=$((i+1)); done").run()
        #expect(result.output.count == 300_000)
    }

    @Test func stopsAProgramThatWritesTooMuch() async {
        await #expect(throws: SystemError(operation: "read", path: "|0", code: EFBIG)) {
            try await shell("while :; do echo xxxxxxxxxxxxxxxxxxxxxxxx; done").run(outputLimit: 10_000)
        }
    }

    @Test func findsItsInputAtTheEnd() async throws {
        let result = try await shell("cat; echo done").run()
        #expect(String(decoding: result.output, as: UTF8.self) == "done\n")
    }

    @Test func aMissingProgramIsToldAsGoDoes() async throws {
        let missing = directory("none")
        let process = ChildProcess(path: missing, arguments: ["none"], environment: EnvironmentVariables())
        let error = await #expect(throws: SystemError.self) { try await process.run() }
        #expect(error?.goText == "fork/exec \(missing): no such file or directory")
        let script = try directory.write("script", "no program", mode: 0o755)
        let other = ChildProcess(path: script, arguments: ["x"], environment: EnvironmentVariables())
        let format = await #expect(throws: SystemError.self) { try await other.run() }
        #expect(format?.reason == "exec format error")
    }

    @Test func programsAreFoundInTheirDirectories() throws {
        let file = try directory.write("bin/tool", "", mode: 0o755)
        try directory.write("plain/tool", "", mode: 0o644)
        try directory.write("dir/tool/x", "")
        let search = "\(directory("none")):\(directory("plain")):\(directory("dir")):\(directory("bin"))"
        #expect(ExecutableSearch.path(of: "tool", searchPath: search) == file)
        #expect(ExecutableSearch.path(of: "other", searchPath: search) == nil)
        #expect(ExecutableSearch.path(of: "./tool", searchPath: search) == "./tool")
        #expect(ExecutableSearch.path(of: "tool", searchPath: "") == nil)
        #expect(ExecutableSearch.path(of: "", searchPath: search) == nil)
    }
}
