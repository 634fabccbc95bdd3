import CommandLineKit
import Testing

/// What a shell is told, each tried with kubectl's `__complete` on commands of the same shape.
struct CompletionEngineTests {
    private let engine = CompletionEngine(tree: SampleProgram.tree) { request in
        let place = (request.arguments.commandPath + request.arguments.positionals).joined(separator: "/")
        let value = "\(request.source.name):\(place):\(request.arguments[SampleProgram.namespace]):\(request.text)"
        return CompletionAnswer([CompletionCandidate(value)], .noFiles)
    }

    private func text(_ words: String..., describing: Bool = false) async -> String {
        await engine.complete(words).protocolText(describing: describing)
    }

    @Test func `commands by name with their summaries`() async {
        #expect(
            await text("c", describing: true)
                == "completion\tPrint a completion script\nconfig\tChange settings\ncp\tCopy files\n:4\n")
        #expect(await text("config", "") == "use-context\nview\n:4\n")
        #expect(await text("-n", "x", "config", "v") == "view\n:4\n")
        #expect(await text("--namespace=x", "config", "-v=6", "v") == "view\n:4\n")
        #expect(await text("options", "") == ":0\n")
        #expect(await text("opt") == "options\n:4\n")
        #expect(await text("__c") == ":4\n")
    }

    @Test func `nothing hidden is offered`() async {
        #expect(await text("get", "--sec") == ":4\n")
        #expect(await text("get", "--old") == ":4\n")
    }

    @Test(arguments: [
        ["get", "-o", "j"], ["get", "--output", "j"], ["get", "--output=j"], ["get", "-o=j"], ["get", "-Ao", "j"],
        ["get", "pods", "-Ao=j"], ["-n", "x", "get", "-o", "j"],
    ])
    func `values of a flag in every spelling`(words: [String]) async {
        #expect(await engine.complete(words).protocolText(describing: true) == "json\n:4\n")
    }

    @Test func `a value without a space or equals sign is not completed`() async {
        #expect(await text("get", "-oj") == ":4\n")
        #expect(await text("get", "-Aoj") == ":4\n")
    }

    @Test func `names of flags, global ones first, long before short`() async {
        #expect(await text("get", "--d", describing: true) == "--dry-run\tOnly pretend\n:4\n")
        #expect(
            await text("config", "view", "-")
                == "--match-server-version\n--namespace\n-n\n--v\n-v\n--vmodule\n--help\n-h\n--raw\n:4\n")
        #expect(await text("config", "view", "--raw", "--r") == ":4\n")
        #expect(await text("get", "-f", "x", "--fi") == "--filename\n:4\n")
        #expect(await text("get", "-n") == "-n\n:4\n")
        #expect(await text("get", "---") == ":4\n")
        #expect(await text("--h") == "--help\n:4\n")
    }

    @Test func `flags the command needs come first and alone`() async {
        #expect(await text("run", "x", "-") == "--image\n:4\n")
        #expect(await text("run", "x", "--") == "--image\n:4\n")
        #expect(await text("run", "x", "") == "--image\n:0\n")
        #expect(await text("run", "--image", "x", "") == ":0\n")
        #expect(await text("run", "x", "--na") == "--namespace\n:4\n")
    }

    @Test func `files by extension, or as the shell likes`() async {
        #expect(await text("get", "-f", "x") == "json\nyaml\nyml\n:8\n")
        #expect(await text("get", "--filename=") == "json\nyaml\nyml\n:8\n")
        #expect(await text("get", "--chunk-size", "") == ":0\n")
        #expect(await text("get", "--all-namespaces=") == ":0\n")
        #expect(await text("cp", "") == ":0\n")
        #expect(await text("config", "use", "") == ":4\n")
    }

    @Test func `values known at run time get all that came before`() async {
        #expect(await text("get", "") == "resources:get::\n:4\n")
        #expect(await text("-n", "x", "get", "pods", "-A", "we") == "resources:get/pods:x:we\n:4\n")
        #expect(await text("config", "--namespace=d") == "namespaces:config::d\n:4\n")
        #expect(await text("get", "--dry-run", "") == "resources:get::\n:4\n")
        #expect(await text("get", "pods", "--", "-") == "resources:get/pods::-\n:4\n")
    }

    @Test func `a positional argument from a list is the first one only`() async {
        #expect(await text("completion", "") == "bash\nzsh\nfish\npowershell\n:4\n")
        #expect(await text("completion", "z") == "zsh\n:4\n")
        #expect(await text("completion", "bash", "") == ":0\n")
    }

    @Test func `values may be left to the shell to choose from`() async {
        #expect(await text("get", "--part", "s") == "status\nscale\n:4\n")
        #expect(await text("get", "--part=x") == "status\nscale\n:4\n")
    }

    @Test func `whether a flag's value is asked for is told`() async {
        let engine = CompletionEngine(tree: SampleProgram.tree) { request in
            CompletionAnswer([CompletionCandidate(request.isFlagValue ? "flag" : "word")], .noFiles)
        }
        #expect(await engine.complete(["get", "x", "-n", ""]).candidates.map(\.value) == ["flag"])
        #expect(await engine.complete(["get", "-n", "x", ""]).candidates.map(\.value) == ["word"])
    }

    @Test func `help completes the names of commands`() async {
        #expect(await text("help", "config", "") == "use-context\nview\n:4\n")
        #expect(await text("help", "co") == "completion\nconfig\n:4\n")
        #expect(await text("help", "nothing", "") == ":4\n")
    }

    @Test func `nothing follows a call for help`() async {
        #expect(await text("get", "--help", "") == ":4\n")
        #expect(await text("get", "-h", "-") == ":4\n")
    }

    @Test func `a command line that is not understood`() async {
        #expect(await engine.complete(["foo", ""]) == CompletionAnswer(problem: .unknownCommand(["foo"])))
        #expect(
            await engine.complete(["get", "--x", ""])
                == CompletionAnswer(problem: .unreadableFlags(["--x"], .unknownFlag("x"))))
        #expect(
            await engine.complete(["get", "--x="])
                == CompletionAnswer(problem: .unknownFlag("x", command: "get")))
        #expect(
            await engine.complete(["get", "-="]) == CompletionAnswer(problem: .unknownFlag("-", command: "get")))
        #expect(
            await engine.complete(["get", "--chunk-size=x", ""]).problem
                == .unreadableFlags(
                    ["--chunk-size=x"],
                    .invalidValue("x", flag: FlagName(name: "chunk-size", shorthand: nil), .noInteger)))
    }

    @Test func `no words complete like an empty one`() async {
        #expect(await engine.complete([]) == engine.complete([""]))
    }
}

struct CompletionAnswerTests {
    @Test func `a line holds one line`() {
        let answer = CompletionAnswer(
            [
                CompletionCandidate("a", description: "first\nsecond"), CompletionCandidate("b "),
                CompletionCandidate("c\nd", description: "e"),
            ], [.noSpace, .noFiles])
        #expect(answer.protocolText(describing: true) == "a\tfirst\nb\nc\n:6\n")
        #expect(answer.protocolText(describing: false) == "a\nb\nc\n:6\n")
        #expect(answer.directive.names == ["ShellCompDirectiveNoSpace", "ShellCompDirectiveNoFileComp"])
    }

    @Test func `no directive is the default`() {
        #expect(CompletionDirective().names == ["ShellCompDirectiveDefault"])
        #expect(CompletionAnswer().protocolText(describing: true) == ":0\n")
    }
}
