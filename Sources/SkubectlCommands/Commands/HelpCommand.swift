import CommandLineKit
import StdlibExtensions
import SystemIO

/// Implements `skubectl help`, which shows the help of the command that follows.
struct HelpCommand: Command {
    static let spec = CommandSpec(
        name: "help", usage: "[command] [flags]", summary: "Show the help of any command",
        description: "Show the help of the command whose names follow, or of skubectl itself."
    )
    .auxiliary().visible(in: .completion).completing(.commands)

    let topic: [String]

    init(_ arguments: ParsedArguments) throws(UsageError) {
        topic = arguments.positionals
    }

    func run(in context: CommandContext) async throws {
        if let node = context.commands.node(forTopic: topic) {
            context.console.write(context.helpPage(listingPluginsFor: node).help(for: node))
            return
        }
        let words = topic.map(\.goBackQuoted).joined(separator: " ")
        let usage = context.commands.node(at: []).map { context.helpPage(listingPluginsFor: $0).usage(for: $0) } ?? ""
        context.console.writeError("Unknown help topic [\(words)]\n\(usage)")
    }
}

extension CommandContext {
    /// Help as wide as the terminal, under the name the program was called by.
    var helpPage: HelpPage {
        HelpPage(tree: commands, program: programName, columns: console.terminal.columns)
    }

    /// Help that lists the plug-ins on the PATH where it is the program's own.
    fileprivate func helpPage(listingPluginsFor node: CommandNode) -> HelpPage {
        HelpPage(
            tree: commands, program: programName, columns: console.terminal.columns,
            plugins: PluginEntry.all(for: node, in: commands, programName: programName, environment: environment))
    }
}
