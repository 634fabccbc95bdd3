import CommandLineKit
import KubeConfig
import StdlibExtensions
import SystemIO

/// Implements `skubectl config use-context`, which chooses the context that commands use from then on.
struct ConfigUseContextCommand: Command {
    static let spec = CommandSpec(
        name: "use-context", usage: "CONTEXT_NAME", summary: "Set the current-context in a kubeconfig file",
        description: "Choose the context that commands use from now on.",
        examples: [CommandExample("Use the context for the minikube cluster", "skubectl config use-context minikube")]
    ).aliased("use").completing(.dynamic(.contexts))

    let names: [String]

    init(_ arguments: ParsedArguments) throws(UsageError) {
        names = arguments.positionals
    }

    func run(in context: CommandContext) async throws {
        guard names.count == 1, let name = names.first else { try context.refuse(names, of: Self.self) }
        try context.kubeconfigEditor.modify { config in
            guard !name.isEmpty else { throw CommandError.failed("empty context names are not allowed") }
            guard config.contexts[name] != nil else {
                throw CommandError.failed("no context exists with the name: \(name.goQuoted)")
            }
            config.currentContext = name
        }
        context.console.write("Switched to context \(name.goQuoted).\n")
    }
}
