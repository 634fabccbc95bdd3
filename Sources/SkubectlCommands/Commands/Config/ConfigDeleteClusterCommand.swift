import CommandLineKit
import KubeConfig

/// Implements `skubectl config delete-cluster`, which removes a cluster.
struct ConfigDeleteClusterCommand: EntryDeletingCommand {
    static let kind = KubeConfigError.EntryKind.cluster
    static let spec = CommandSpec(
        name: "delete-cluster", usage: "NAME", summary: "Delete the specified cluster from the kubeconfig",
        description: "Remove a cluster from the kubeconfig.",
        examples: [CommandExample("Remove the minikube cluster", "skubectl config delete-cluster minikube")]
    ).completing(.dynamic(.clusters))

    let arguments: [String]

    init(_ arguments: ParsedArguments) throws(UsageError) {
        self.arguments = arguments.positionals
    }
}
