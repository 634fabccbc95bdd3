import CommandLineKit
import KubeConfig
import SystemIO

/// A command that removes one entry of the kubeconfig: `delete-cluster`, `delete-context`, `delete-user`.
protocol EntryDeletingCommand: Command {
    static var kind: KubeConfigError.EntryKind { get }
    var arguments: [String] { get }
}

extension EntryDeletingCommand {
    func run(in context: CommandContext) async throws {
        let file = context.kubeconfigFiles.defaultFile
        var config = try context.kubeconfig()
        guard arguments.count == 1, let name = arguments.first else {
            // Of the three commands only this one calls it an error.
            guard Self.kind == .user else { return context.showHelp(of: Self.self) }
            throw UsageError.invalid("user to delete is required", hint: .helpAndExamples)
        }
        guard config.remove(Self.kind, named: name) else {
            throw CommandError.failed("cannot delete \(Self.kind.rawValue) \(name), not in \(file)")
        }
        if Self.kind == .context, config.currentContext == name {
            context.console.writeError(
                "warning: this removed your active context, use \"\(context.programName) config use-context\" to "
                    + "select a different one\n")
        }
        // Whoever was faster has removed it all the same.
        try context.kubeconfigEditor.modify { _ = $0.remove(Self.kind, named: name) }
        context.console.write("deleted \(Self.kind.rawValue) \(name) from \(file)\n")
    }
}
