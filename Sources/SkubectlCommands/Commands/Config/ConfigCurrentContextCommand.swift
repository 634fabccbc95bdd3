import CommandLineKit
import KubeConfig
import SystemIO

/// Implements `skubectl config current-context`, which tells the context that commands use.
struct ConfigCurrentContextCommand: Command {
    static let spec = CommandSpec(
        name: "current-context", usage: "[flags]", summary: "Display the current-context",
        description: "Tell the name of the context that commands use.",
        examples: [CommandExample("Display the current-context", "skubectl config current-context")]
    )

    /// kubectl takes any arguments here and looks at none.
    init(_ arguments: ParsedArguments) throws(UsageError) {}

    func run(in context: CommandContext) async throws {
        let name = try context.kubeconfig().currentContext
        guard !name.isEmpty else { throw CommandError.failed("current-context is not set") }
        context.console.write("\(name)\n")
    }
}
