import CommandLineKit
import KubeConfig
import SystemIO

/// Implements `skubectl config get-clusters`, which lists the names of clusters.
struct ConfigGetClustersCommand: Command {
    static let spec = CommandSpec(
        name: "get-clusters", usage: "[flags]", summary: "Display clusters defined in the kubeconfig",
        description: "List the names of the kubeconfig's clusters.",
        examples: [CommandExample("List the clusters", "skubectl config get-clusters")]
    )

    /// kubectl takes any arguments here and looks at none.
    init(_ arguments: ParsedArguments) throws(UsageError) {}

    func run(in context: CommandContext) async throws {
        let names = try context.kubeconfig().names(of: .cluster)
        context.console.write((["NAME"] + names).map { $0 + "\n" }.joined())
    }
}
