import CommandLineKit
import KubeConfig
import SystemIO

extension CommandContext {
    /// The kubeconfig files of this command line.
    var kubeconfigFiles: KubeconfigFiles {
        KubeconfigFiles(explicit: global.kubeconfig, environment: environment)
    }

    /// All of them merged, with paths as they are written.
    func kubeconfig() throws(KubeConfigError) -> Kubeconfig {
        try KubeconfigLoader(files: kubeconfigFiles).loadAsWritten()
    }

    /// What changes them.
    var kubeconfigEditor: KubeconfigEditor { KubeconfigEditor(files: kubeconfigFiles) }

    /// Shows the help of a command and fails over its positional arguments, as kubectl's `helpErrorf` does.
    func refuse(_ arguments: [String], of command: any Command.Type) throws -> Never {
        showHelp(of: command)
        throw CommandError.failed("Unexpected args: [\(arguments.joined(separator: " "))]")
    }

    /// Shows the help of a `config` command.
    func showHelp(of command: any Command.Type) {
        guard let node = commands.node(forTopic: ["config", command.spec.name]) else { return }
        console.write(helpPage.help(for: node))
    }
}
