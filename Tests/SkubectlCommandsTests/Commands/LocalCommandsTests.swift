import SkubectlCommands
import Synchronization
import SystemIO
import TestSupport
import Testing

/// The commands that need neither a kubeconfig nor a server.
struct LocalCommandsTests {
    private func run(
        _ words: String..., program: String = "/usr/bin/skubectl",
        environment: EnvironmentVariables = EnvironmentVariables()
    ) async -> (output: String, error: String, exitCode: Int32) {
        let console = MemoryConsole()
        let transport = StubTransport()
        let program = Skubectl(console: console, environment: environment, clock: FixedClock()) { _ in transport }
        let exitCode = await program.run(["skubectl"] + words)
        return (console.output, console.error, exitCode)
    }

    @Test func `help shows what --help shows`() async {
        let asked = await run("help", "completion")
        let flagged = await run("completion", "--help")
        #expect(asked.output == flagged.output)
        #expect(asked.output.hasPrefix("Print the script that lets bash, zsh, fish or PowerShell complete"))
        #expect(asked.exitCode == 0)
        #expect(await run("help").output == run().output)
    }

    @Test func `an unknown topic is told on standard error, with the usage, and is no failure`() async {
        let result = await run("help", "foo", "b`r")
        #expect(result.output == "")
        #expect(result.error.hasPrefix("Unknown help topic [`foo` \"b`r\"]\n\n\n"))
        #expect(result.error.hasSuffix("(applies to all commands).\n"))
        #expect(result.exitCode == 0)
    }

    @Test func `options lists the global flags whatever follows, and has no help`() async {
        let result = await run("options", "extra")
        #expect(result.output.hasPrefix("The following options can be passed to any command:\n\n    --as='':\n\t"))
        #expect(result.output.hasSuffix("\n\n"))
        #expect(await run("options", "--help").output == "")
        #expect(
            await run("options", "--x").error == "error: unknown flag: --x\nRun 'skubectl options' without flags.\n")
    }

    @Test(arguments: [
        ([], "Shell not specified."), (["foo"], "Unsupported shell type \"foo\"."),
        (["bash", "zsh"], "Too many arguments. Expected only the shell type."),
    ])
    func `completion wants one shell it knows`(words: [String], sentence: String) async {
        let console = MemoryConsole()
        let program = Skubectl(console: console, environment: EnvironmentVariables(), clock: FixedClock()) { _ in
            StubTransport()
        }
        #expect(await program.run(["kubectl", "completion"] + words) == 1)
        #expect(console.error == "error: \(sentence)\nSee 'kubectl completion -h' for help and examples\n")
    }

    @Test func `a completion script is for the name the program was called by`() async {
        let console = MemoryConsole()
        let program = Skubectl(console: console, environment: EnvironmentVariables(), clock: FixedClock()) { _ in
            StubTransport()
        }
        #expect(await program.run(["/opt/bin/kubectl", "completion", "bash"]) == 0)
        #expect(console.output.contains("complete -o default -F __start_kubectl kubectl\n"))
    }

    @Test func `a shell is told commands with and without descriptions`() async {
        let described = await run("__complete", "compl")
        #expect(described.output.hasPrefix("completion\tPrint the script"))
        #expect(described.output.hasSuffix("\n:4\n"))
        #expect(described.error == "Completion ended with directive: ShellCompDirectiveNoFileComp\n")
        #expect(await run("__completeNoDesc", "compl").output == "completion\n:4\n")
        #expect(
            await run(
                "__complete", "compl", environment: EnvironmentVariables(["SKUBECTL_COMPLETION_DESCRIPTIONS": "false"])
            ).output
                == "completion\n:4\n")
        #expect(
            await run("__complete", "compl", environment: EnvironmentVariables(["COBRA_COMPLETION_DESCRIPTIONS": "0"]))
                .output
                == "completion\n:4\n")
    }

    @Test func `a shell is told of command lines that make no sense`() async {
        let unknown = await run("__complete", "foo", "bar", "")
        #expect(unknown.output == ":0\n")
        #expect(
            unknown.error
                == "[Debug] Cleared global flags for plugin completion\n"
                + "[Debug] [Error] unable to find a command for arguments: [foo bar]\n"
                + "Completion ended with directive: ShellCompDirectiveDefault\n")
        #expect(
            await run("__complete", "get", "--x", "").error.hasPrefix(
                "[Debug] [Error] Error while parsing flags from args [--x]: unknown flag: --x\n"))
        #expect(
            await run("__complete", "get", "--x=").error.hasPrefix(
                "[Debug] [Error] Subcommand 'get' does not support flag 'x'\n"))
        #expect(
            await run("__complete").error == "error: requires at least 1 arg(s), only received 0\n")
    }

    @Test func `files are generated for completion, pages and man`() async throws {
        let folder = try TemporaryDirectory()
        #expect(await run("__generate", "completions", folder("completions")).exitCode == 0)
        #expect(await run("__generate", "pages", folder("pages")).exitCode == 0)
        #expect(await run("__generate", "man-pages", folder("man")).exitCode == 0)
        #expect(
            try FileSystem.list(folder("completions")).sorted()
                == ["_skubectl", "skubectl.bash", "skubectl.fish", "skubectl.ps1"])
        #expect(try folder.read("pages/skubectl-completion.md").hasPrefix("# skubectl completion\n"))
        #expect(try folder.read("man/skubectl.1").hasPrefix(".TH \"SKUBECTL\" 1 "))
        #expect(try FileSystem.list(folder("man")).count == FileSystem.list(folder("pages")).count)
        #expect(await run("__generate", "nonsense", folder.path).exitCode == 1)
        #expect(await run("__generate", "pages").exitCode == 1)
    }

    @Test(arguments: [
        ["config", "view"], ["config", "view", "--raw", "--minify", "-o", "json"], ["config", "get-contexts"],
        ["config", "set-context", "--current", "--namespace=x"], ["version", "--client"], ["get", "--help"], ["help"],
        ["options"], ["completion", "bash"], ["__complete", "get", "--out"], ["__complete", "get", "-o", ""],
        ["__complete", "--context", ""], ["__complete", "config", "use-context", ""], ["__complete", ""],
        ["get", "--bogus"], ["bogus"], ["config", "bogus"],
    ])
    func `what no server knows opens no connection and starts no credential program`(words: [String]) async throws {
        let folder = try TemporaryDirectory()
        try folder.write("plugin", "#!/bin/sh\ntouch \(folder("started"))\n", mode: 0o755)
        try folder.write(
            "config",
            """
            apiVersion: v1
            kind: Config
            current-context: c
            clusters: [{name: c, cluster: {server: "https://127.0.0.1:1"}}]
            contexts: [{name: c, context: {cluster: c, user: u}}]
            users: [{name: u, user: {exec: {apiVersion: client.authentication.k8s.io/v1, \
            command: "\(folder("plugin"))", interactiveMode: Never}}}]
            """)
        let transports = Mutex(0)
        let environment = EnvironmentVariables(["KUBECONFIG": folder("config"), "HOME": folder.path])
        let program = Skubectl(console: MemoryConsole(), environment: environment, clock: FixedClock()) { _ in
            transports.withLock { $0 += 1 }
            return StubTransport()
        }
        _ = await program.run(["kubectl"] + words)
        #expect(transports.withLock { $0 } == 0)
        #expect(!FileSystem.exists(folder("started")))
        #expect(!FileSystem.exists(folder(".kube")))
    }

    @Test func `a profile that does not exist is refused before anything else`() async {
        #expect(await run("--profile=x").error == "error: unknown profile 'x'\n")
        #expect(await run("config", "--profile=x").exitCode == 1)
        #expect(await run("config", "bogus", "--profile=x").error == "error: unknown profile 'x'\n")
        #expect(await run("config", "--help", "--profile=x").exitCode == 0)
    }
}
