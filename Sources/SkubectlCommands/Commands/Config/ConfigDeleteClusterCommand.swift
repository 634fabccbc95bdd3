import CommandLineKit
import KubeConfig
import SystemIO

/// Implements `skubectl config delete-cluster`, which removes a cluster.
struct ConfigDeleteClusterCommand: Command {
    static let spec = CommandSpec(
        name: "delete-cluster", usage: "NAME", summary: "Delete the specified cluster from the kubeconfig",
        description: "Remove a cluster from the kubeconfig.",
        examples: [CommandExample("Remove the minikube cluster", "skubectl config delete-cluster minikube")]
    ).completing(.dynamic(.clusters))

    let arguments: [String]

    init(_ arguments: ParsedArguments) throws(UsageError) {
        self.arguments = arguments.positionals
    }

    func run(in context: CommandContext) async throws {
        let file = context.kubeconfigFiles.defaultFile
        let config = try context.kubeconfig()
        guard arguments.count == 1, let name = arguments.first else { return context.showHelp(of: Self.self) }
        guard config.clusters[name] != nil else {
            throw CommandError.failed("cannot delete cluster \(name), not in \(file)")
        }
        try context.kubeconfigEditor.modify { $0.clusters[name] = nil }
        context.console.write("deleted cluster \(name) from \(file)\n")
    }
}
