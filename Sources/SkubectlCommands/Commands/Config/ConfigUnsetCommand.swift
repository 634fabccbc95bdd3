import CommandLineKit
import KubeConfig
import StdlibExtensions
import SystemIO

/// Implements `skubectl config unset`, which takes away a single value by its path.
struct ConfigUnsetCommand: Command {
    static let spec = CommandSpec(
        name: "unset", usage: "PROPERTY_NAME", summary: "Unset an individual value in a kubeconfig file",
        description: """
            Take a single value of the kubeconfig away.

            PROPERTY_NAME is a path with dots between its parts, such as contexts.my-context.namespace; the name of an \
            entry may have dots itself.
            """,
        examples: [
            CommandExample("Unset the current-context", "skubectl config unset current-context"),
            CommandExample("Unset the namespace of a context", "skubectl config unset contexts.foo.namespace"),
        ]
    )

    let arguments: [String]

    init(_ arguments: ParsedArguments) throws(UsageError) {
        self.arguments = arguments.positionals
    }

    func run(in context: CommandContext) async throws {
        guard arguments.count == 1, let name = arguments.first else {
            try context.refuse(arguments, of: Self.self)
        }
        guard !name.isEmpty else { throw CommandError.failed("you must specify a property") }
        try context.kubeconfigEditor.modify(relativizesPaths: false) { config in
            do throws(PropertyFault) {
                try config.unset(PropertyPath(name))
            } catch {
                throw KubeConfigError.property(error)
            }
        }
        context.console.write("Property \(name.goQuoted) unset.\n")
    }
}
