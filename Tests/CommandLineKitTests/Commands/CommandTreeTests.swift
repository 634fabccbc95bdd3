import CommandLineKit
import Testing

/// Where command lines lead, each tried with kubectl 1.36 on commands of the same shape.
struct CommandTreeTests {
    private enum Outcome: Equatable {
        case run([String], positionals: [String])
        case help([String], HelpReason)
        case refused([String], UsageError)
    }

    private func outcome(_ arguments: [String]) -> Outcome {
        let invocation = SampleProgram.tree.resolve(arguments)
        switch invocation.action {
        case .run(let command, let parsed):
            #expect(command.spec.name == invocation.node.path.last)
            return .run(parsed.commandPath, positionals: parsed.positionals)
        case .showHelp(let reason): return .help(invocation.node.path, reason)
        case .refuse(let error): return .refused(invocation.node.path, error)
        }
    }

    @Test(arguments: [
        (["get", "pods"], ["get"], ["pods"]), (["-n", "x", "get", "pods"], ["get"], ["pods"]),
        (["--namespace=x", "get", "pods"], ["get"], ["pods"]), (["-nx", "get"], ["get"], []),
        (["--match-server-version", "get", "a"], ["get"], ["a"]), (["get", "get"], ["get"], ["get"]),
        (["config", "view"], ["config", "view"], []), (["config", "-n", "x", "view"], ["config", "view"], []),
        (["-n", "x", "config", "view"], ["config", "view"], []),
        (["config", "use", "a"], ["config", "use-context"], ["a"]),
        (["-n", "get", "get", "get"], ["get"], ["get"]), (["", "get", "x"], ["get"], ["", "x"]),
        (["--v=0", "help", "get"], ["help"], ["get"]), (["-n", "help", "help"], ["help"], []),
        (["get", "--", "-o"], ["get"], ["-o"]), (["get", "--help=false"], ["get"], []),
        (["__complete", "get", "-o", "--help"], ["__complete"], ["get", "-o", "--help"]),
    ])
    func `leads to a command`(arguments: [String], path: [String], positionals: [String]) {
        #expect(outcome(arguments) == .run(path, positionals: positionals))
    }

    @Test(arguments: [
        ([], []), (["--help"], []), (["-h"], []), (["-n", "x"], []), (["--", "get"], []), ([""], []),
        (["--help", "get"], []), (["-h", "get"], []), (["get", "-h"], ["get"]),
        (["get", "--help", "--", "x"], ["get"]),
        (["--help=true", "get", "pods"], ["get"]), (["config", "--help"], ["config"]),
        (["config", "-h", "view"], ["config"]), (["config", "foo", "--help"], ["config"]),
        (["config", "view", "x", "-h"], ["config", "view"]), (["options", "--help"], ["options"]),
    ])
    func `asks for help`(arguments: [String], path: [String]) {
        #expect(outcome(arguments) == .help(path, .requested))
    }

    @Test func `a group alone shows its help as an error`() {
        #expect(outcome(["config"]) == .help(["config"], .missingSubcommand))
        #expect(outcome(["config", "-n", "x"]) == .help(["config"], .missingSubcommand))
    }

    @Test(arguments: [
        (["foo"], [], UsageError.unknownCommand("foo", suggestions: [])),
        (["foo", "--help"], [], .unknownCommand("foo", suggestions: [])),
        (["gett"], [], .unknownCommand("gett", suggestions: ["get", "set"])),
        (["LIST"], [], .unknownCommand("LIST", suggestions: ["get"])),
        (["get "], [], .unknownCommand("get ", suggestions: ["get", "set"])),
        (["-n", "x", "foo"], [], .flagsBeforeUnknownCommand("-n")),
        (["--help", "get", "pods"], [], .flagsBeforeUnknownCommand("--help")),
        (["-A", "get", "pods"], [], .flagsBeforeUnknownCommand("-A")),
        (["-n", "x", "help", "get"], ["help"], .flagsBeforeUnknownCommand("-n")),
        (["-n", "x", "__complete", ""], ["__complete"], .flagsBeforeUnknownCommand("-n")),
        (["config", "foo"], ["config"], .unknownSubcommand(["foo"])),
        (["config", "foo", "bar"], ["config"], .unknownSubcommand(["foo", "bar"])),
        (["config", ""], ["config"], .unknownSubcommand([""])),
        (["config", "--foo", "view"], ["config"], .unknownFlag("foo")),
        (["--foo"], [], .unknownFlag("foo")), (["-n"], [], .missingShorthandValue(UInt8(ascii: "n"), group: "n")),
        (["--foo", "bar", "get"], ["get"], .unknownFlag("foo")),
        (["run", "x"], ["run"], .missingRequiredFlags(["image"])),
        (["__comp"], [], .unknownCommand("__comp", suggestions: [])),
    ])
    func `is refused`(arguments: [String], path: [String], error: UsageError) {
        #expect(outcome(arguments) == .refused(path, error))
    }

    @Test func `a required flag may be given`() {
        #expect(outcome(["run", "x", "--image="]) == .run(["run"], positionals: ["x"]))
    }

    @Test func `suggestions are the near, the longer and the declared ones in order`() {
        let suggestions = { (word: String) -> [String] in
            guard case .refused(_, .unknownCommand(_, let names)) = outcome([word]) else { return ["?"] }
            return names
        }
        #expect(suggestions("c") == ["cp", "completion", "config"])
        #expect(suggestions("completio") == ["completion"])
        #expect(suggestions("ls") == ["get", "cp"])
        #expect(suggestions("GET") == ["get", "set"])
        #expect(suggestions("optio") == ["options"])
        #expect(suggestions("zzzzzz") == [])
    }

    @Test func `a node is found by its names`() {
        #expect(SampleProgram.tree.node(at: [])?.spec.name == "skubectl")
        #expect(SampleProgram.tree.node(at: ["config", "use"])?.path == ["config", "use-context"])
        #expect(SampleProgram.tree.node(at: ["config", "nothing"]) == nil)
    }

    @Test func `a topic of help leads as far as its words do`() {
        #expect(SampleProgram.tree.node(forTopic: ["config", "view"])?.path == ["config", "view"])
        #expect(SampleProgram.tree.node(forTopic: ["config", "vie"])?.path == ["config"])
        #expect(SampleProgram.tree.node(forTopic: ["get", "extra"])?.path == ["get"])
        #expect(SampleProgram.tree.node(forTopic: [])?.path == [])
        #expect(SampleProgram.tree.node(forTopic: ["nothing"]) == nil)
    }

    @Test func `the checks of the command itself come last`() {
        guard case .run(let command, let arguments) = SampleProgram.tree.resolve(["config", "view", "x"]).action else {
            Issue.record("config view is a command")
            return
        }
        #expect(throws: UsageError.unexpectedArguments(["x"])) { try command.init(arguments) }
    }
}
