import CommandLineKit

/// A small program with the shapes kubectl has: commands, groups, hidden ones, aliases, global flags.
enum SampleProgram: DeclaredCommand {
    static let namespace = Flag("namespace", short: "n", default: "", help: "The namespace to work in")
        .completing(.dynamic(.namespaces))
    static let level = Flag("v", short: "v", default: Int32(0), help: "How much to log").verbosity()
    static let match = Flag("match-server-version", default: false, help: "Require equal versions")
    static let modules = Flag("vmodule", default: "", help: "Levels for single files").modulePatterns()

    static let spec = CommandSpec(name: "skubectl", usage: "[flags]", summary: "skubectl works with clusters")
        .containing([
            GetCommand.self, SetGroup.self, CopyCommand.self, CompletionSample.self, ConfigGroup.self,
            OptionsSample.self, RawCommand.self, RunSample.self, DescribeSample.self, WideSample.self,
            HelpSample.self,
        ])

    static let tree = CommandTree(
        root: SampleProgram.self, globalFlags: [namespace, level, match, modules],
        groups: [.basic, .settings])
}

extension DynamicCompletion {
    static let namespaces = DynamicCompletion("namespaces")
    static let resources = DynamicCompletion("resources")
}

extension CommandGroup {
    static let basic = CommandGroup("Basic Commands:")
    static let settings = CommandGroup("Settings Commands:")
}

struct GetCommand: ParsableCommand {
    static let all = Flag("all-namespaces", short: "A", default: false, help: "List every namespace")
    static let chunkSize = Flag("chunk-size", default: Int64(500), help: "How many objects a page has")
    static let grace = Flag("grace-period", default: -1, help: "Seconds to wait")
    static let files = Flag("filename", short: "f", default: [String](), help: "The files to read")
        .completing(.fileExtensions(["json", "yaml", "yml"]))
    static let items = Flag("item", default: [String](), help: "Whole values").unsplit()
    static let environment = Flag("env", default: [String: String](), help: "Pairs")
    static let output = Flag("output", short: "o", default: "", help: "The format of the output")
        .completing(.values(["json", "yaml", "name", "wide"]))
    static let since = Flag("since", default: Duration.zero, help: "How far back to go")
    static let dryRun = Flag("dry-run", default: "none", help: "Only pretend").implying("unchanged")
        .completing(.values(["none", "server", "client"]))
    static let old = Flag("old", default: false, help: "The old way").deprecated("use --new instead")
    static let replicas = Flag("replicas", default: Int32(1), help: "How many")
    static let part = Flag("part", default: "", help: "A part of each").completing(.allValues(["status", "scale"]))
        .hidden()
    static let secret = Flag("secret", default: "", help: "Not shown").hidden()
    static let flush = Flag("flush", default: Duration.seconds(5), help: "How often to write").plain()
    static let either = Flag("either", default: "", help: "One of a|b")
    static let merge = Flag("merge", default: true, help: "Merge what is found")

    static let spec = CommandSpec(
        name: "get", usage: "TYPE [NAME] [flags]", summary: "Show resources",
        flags: [
            all, chunkSize, grace, files, items, environment, output, since, dryRun, old, replicas, secret, merge, part,
            either, flush,
        ]
    )
    .suggested(for: "list", "ls").grouped(under: .basic).completing(.dynamic(.resources))

    let arguments: ParsedArguments

    init(_ arguments: ParsedArguments) throws(UsageError) { self.arguments = arguments }
}

enum SetGroup: DeclaredCommand {
    static let spec = CommandSpec(name: "set", usage: "SUBCOMMAND", summary: "Set features").grouped(under: .basic)
        .containing([SetImageCommand.self])
}

struct SetImageCommand: ParsableCommand {
    static let spec = CommandSpec(
        name: "image", usage: "NAME", summary: "Set an image",
        description: [
            "Set *the* <image> of a_b [x] `y`.", .bullets(["one", ".two"]), .numbered(["first", "second"]),
            .code("'quoted' \\n\n.dot\n"),
        ])
    init(_ arguments: ParsedArguments) throws(UsageError) {}
}

struct CopyCommand: ParsableCommand {
    static let spec = CommandSpec(name: "cp", usage: "FROM TO", summary: "Copy files")
    init(_ arguments: ParsedArguments) throws(UsageError) {}
}

struct CompletionSample: ParsableCommand {
    static let spec = CommandSpec(name: "completion", usage: "SHELL", summary: "Print a completion script")
        .grouped(under: .settings).completing(.values(["bash", "zsh", "fish", "powershell"]))
    init(_ arguments: ParsedArguments) throws(UsageError) {}
}

enum ConfigGroup: DeclaredCommand {
    static let spec = CommandSpec(name: "config", usage: "SUBCOMMAND", summary: "Change settings").containing([
        ConfigViewCommand.self, ConfigUseCommand.self,
    ])
}

struct ConfigViewCommand: ParsableCommand {
    static let raw = Flag("raw", default: false, help: "Show secrets")
    static let spec = CommandSpec(name: "view", usage: "[flags]", summary: "Show settings", flags: [raw])
    init(_ arguments: ParsedArguments) throws(UsageError) { try arguments.expectAtMost(0) }
}

struct ConfigUseCommand: ParsableCommand {
    static let spec = CommandSpec(name: "use-context", usage: "NAME", summary: "Choose a context").aliased("use")
        .completing(.nothing)
    init(_ arguments: ParsedArguments) throws(UsageError) {}
}

struct OptionsSample: ParsableCommand {
    static let spec = CommandSpec(name: "options", summary: "List the global flags").withoutHelp()
        .visible(in: [.suggestions, .completion])
    init(_ arguments: ParsedArguments) throws(UsageError) {}
}

struct RawCommand: ParsableCommand {
    static let spec = CommandSpec(name: "__complete", summary: "Answer the shell").auxiliary().hidden()
        .takingRawArguments()
    init(_ arguments: ParsedArguments) throws(UsageError) {}
}

struct RunSample: ParsableCommand {
    static let image = Flag("image", default: "", help: "The image to run").required()
    static let spec = CommandSpec(name: "run", usage: "NAME --image=image", summary: "Run an image", flags: [image])
    init(_ arguments: ParsedArguments) throws(UsageError) {}
}

struct DescribeSample: ParsableCommand {
    static let spec = CommandSpec(
        name: "describe-it", usage: "TYPE [NAME]", summary: "Show one thing in full",
        description: "Show one thing in full.\n\nA second paragraph names skubectl.",
        examples: [
            CommandExample("Show a pod", "skubectl describe-it pod web"),
            CommandExample(
                "Show every pod,\nwith its events", "  skubectl describe-it pods | less\n  skubectl options\n"),
        ],
        flags: [
            Flag("to", short: "o", default: "none", help: "The format.\nMore of it."),
            Flag("period", default: Duration.seconds(90), help: "How long"),
            Flag("filename", short: "f", default: ["a.yaml", "b,c"], help: "The files to read"),
            GetCommand.environment, GetCommand.all, SampleProgram.modules,
        ]
    ).aliased("desc")
    init(_ arguments: ParsedArguments) throws(UsageError) {}
}

/// A command with lines longer than any terminal is wide.
struct WideSample: ParsableCommand {
    private static let sentence = Array(repeating: "A few words that go on", count: 12).joined(separator: " ") + "."
    static let spec = CommandSpec(
        name: "wide", usage: "NAME", summary: "Show long lines", description: HelpText([.paragraph(sentence)]),
        flags: [Flag("long", default: false, help: sentence)]
    ).visible(in: .completion)
    init(_ arguments: ParsedArguments) throws(UsageError) {}
}

struct HelpSample: ParsableCommand {
    static let spec = CommandSpec(name: "help", usage: "[command] [flags]", summary: "Help about any command")
        .auxiliary().visible(in: .completion).completing(.commands)
    init(_ arguments: ParsedArguments) throws(UsageError) {}
}
