import CommandLineKit
import KubeConfig
import SystemIO

/// Implements `skubectl config get-users`, which lists the names of users.
struct ConfigGetUsersCommand: Command {
    static let spec = CommandSpec(
        name: "get-users", usage: "[flags]", summary: "Display users defined in the kubeconfig",
        description: "List the names of the kubeconfig's users.",
        examples: [CommandExample("List the users", "skubectl config get-users")]
    )

    /// kubectl takes any arguments here and looks at none.
    init(_ arguments: ParsedArguments) throws(UsageError) {}

    func run(in context: CommandContext) async throws {
        let names = try context.kubeconfig().names(of: .user)
        context.console.write((["NAME"] + names).map { $0 + "\n" }.joined())
    }
}
