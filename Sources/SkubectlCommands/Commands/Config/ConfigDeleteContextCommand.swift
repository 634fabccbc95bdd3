import CommandLineKit
import KubeConfig

/// Implements `skubectl config delete-context`, which removes a context.
struct ConfigDeleteContextCommand: EntryDeletingCommand {
    static let kind = KubeConfigError.EntryKind.context
    static let spec = CommandSpec(
        name: "delete-context", usage: "NAME", summary: "Delete the specified context from the kubeconfig",
        description: "Remove a context from the kubeconfig.",
        examples: [
            CommandExample("Remove the context for the minikube cluster", "skubectl config delete-context minikube")
        ]
    ).completing(.dynamic(.contexts))

    let arguments: [String]

    init(_ arguments: ParsedArguments) throws(UsageError) {
        self.arguments = arguments.positionals
    }
}
