import CommandLineKit
import KubeConfig
import StdlibExtensions
import SystemIO

/// Implements `skubectl config rename-context`, which gives a context another name.
struct ConfigRenameContextCommand: Command {
    static let spec = CommandSpec(
        name: "rename-context", usage: "CONTEXT_NAME NEW_NAME", summary: "Rename a context from the kubeconfig file",
        description: "Give a context another name; where it is the current one, it stays that.",
        examples: [
            CommandExample("Rename the context old-name", "skubectl config rename-context old-name new-name")
        ]
    ).completing(.dynamic(.contexts))

    let arguments: [String]

    init(_ arguments: ParsedArguments) throws(UsageError) {
        self.arguments = arguments.positionals
    }

    func run(in context: CommandContext) async throws {
        guard arguments.count == 2 else { try context.refuse(arguments, of: Self.self) }
        let old = arguments[0]
        let new = arguments[1]
        guard !new.isEmpty else { throw CommandError.failed("You must specify a new non-empty context name") }
        let file = context.kubeconfigFiles.defaultFile
        try context.kubeconfigEditor.modify { config in
            guard let entry = config.contexts[old] else {
                throw CommandError.failed("cannot rename the context \(old.goQuoted), it's not in \(file)")
            }
            guard config.contexts[new] == nil else {
                throw CommandError.failed(
                    "cannot rename the context \(old.goQuoted), the context \(new.goQuoted) already exists in \(file)")
            }
            config.contexts[new] = entry
            config.contexts[old] = nil
            if config.currentContext == old { config.currentContext = new }
        }
        context.console.write("Context \(old.goQuoted) renamed to \(new.goQuoted).\n")
    }
}
