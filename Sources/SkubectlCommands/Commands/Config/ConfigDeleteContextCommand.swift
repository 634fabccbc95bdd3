import CommandLineKit
import KubeConfig
import SystemIO

/// Implements `skubectl config delete-context`, which removes a context.
struct ConfigDeleteContextCommand: Command {
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

    func run(in context: CommandContext) async throws {
        let file = context.kubeconfigFiles.defaultFile
        let config = try context.kubeconfig()
        guard arguments.count == 1, let name = arguments.first else { return context.showHelp(of: Self.self) }
        guard config.contexts[name] != nil else {
            throw CommandError.failed("cannot delete context \(name), not in \(file)")
        }
        if config.currentContext == name {
            context.console.writeError(
                "warning: this removed your active context, use \"\(context.programName) config use-context\" to "
                    + "select a different one\n")
        }
        try context.kubeconfigEditor.modify { $0.contexts[name] = nil }
        context.console.write("deleted context \(name) from \(file)\n")
    }
}
