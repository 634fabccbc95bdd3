import CommandLineKit
import KubeConfig

/// Implements `skubectl config delete-user`, which removes a user.
struct ConfigDeleteUserCommand: EntryDeletingCommand {
    static let kind = KubeConfigError.EntryKind.user
    static let spec = CommandSpec(
        name: "delete-user", usage: "NAME", summary: "Delete the specified user from the kubeconfig",
        description: "Remove a user from the kubeconfig.",
        examples: [CommandExample("Remove the minikube user", "skubectl config delete-user minikube")]
    ).completing(.dynamic(.users))

    let arguments: [String]

    init(_ arguments: ParsedArguments) throws(UsageError) {
        self.arguments = arguments.positionals
    }
}
