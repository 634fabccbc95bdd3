import CommandLineKit
import KubeConfig
import SystemIO

/// Implements `skubectl config delete-user`, which removes a user.
struct ConfigDeleteUserCommand: Command {
    static let spec = CommandSpec(
        name: "delete-user", usage: "NAME", summary: "Delete the specified user from the kubeconfig",
        description: "Remove a user from the kubeconfig.",
        examples: [CommandExample("Remove the minikube user", "skubectl config delete-user minikube")]
    ).completing(.dynamic(.users))

    let arguments: [String]

    init(_ arguments: ParsedArguments) throws(UsageError) {
        self.arguments = arguments.positionals
    }

    func run(in context: CommandContext) async throws {
        let file = context.kubeconfigFiles.defaultFile
        let config = try context.kubeconfig()
        guard arguments.count == 1, let name = arguments.first else {
            throw UsageError.invalid("user to delete is required", hint: .helpAndExamples)
        }
        guard config.users[name] != nil else {
            throw CommandError.failed("cannot delete user \(name), not in \(file)")
        }
        try context.kubeconfigEditor.modify { $0.users[name] = nil }
        context.console.write("deleted user \(name) from \(file)\n")
    }
}
