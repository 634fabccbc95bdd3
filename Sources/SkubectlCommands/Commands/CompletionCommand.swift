import CommandLineKit
import StdlibExtensions
import SystemIO

/// Implements `skubectl completion`, which prints the script that teaches a shell to complete command lines.
struct CompletionCommand: Command {
    static let spec = CommandSpec(
        name: "completion", usage: "SHELL",
        summary: "Print the script that lets a shell complete command lines (bash, zsh, fish, or powershell)",
        description: [
            """
            Print the script that lets bash, zsh, fish or PowerShell complete command lines: commands, flags and their \
            values, and the names of what the cluster has. The shell has to read it when it starts.
            """,
            "Where the scripts belong is described for kubectl, whose places they share:",
            .code(
                """
                https://kubernetes.io/docs/tasks/tools/install-kubectl-linux/#enable-shell-autocompletion
                https://kubernetes.io/docs/tasks/tools/install-kubectl-macos/#enable-shell-autocompletion
                https://kubernetes.io/docs/tasks/tools/install-kubectl-windows/#enable-shell-autocompletion
                """),
            "zsh has to be of version 5.2 or later.",
        ],
        examples: [
            CommandExample("Complete in the bash that is running", "source <(skubectl completion bash)"),
            CommandExample(
                "Complete in every bash that starts from now on",
                "echo 'source <(skubectl completion bash)' >> ~/.bashrc"),
            CommandExample(
                "Complete for an alias in bash too",
                "alias k=skubectl\ncomplete -o default -F __start_skubectl k"),
            CommandExample(
                "Complete in every zsh that starts from now on",
                "skubectl completion zsh > \"${fpath[1]}/_skubectl\""),
            CommandExample(
                "Complete in every fish that starts from now on",
                "skubectl completion fish > ~/.config/fish/completions/skubectl.fish"),
            CommandExample(
                "Complete in every PowerShell that starts from now on",
                "skubectl completion powershell >> $PROFILE"),
        ]
    )
    .grouped(under: .settings).completing(.values(CompletionShell.allCases.map(\.rawValue)))

    let shell: CompletionShell

    init(_ arguments: ParsedArguments) throws(UsageError) {
        guard let name = arguments.positionals.first else {
            throw .invalid("Shell not specified.", hint: .helpAndExamples)
        }
        guard arguments.positionals.count == 1 else {
            throw .invalid("Too many arguments. Expected only the shell type.", hint: .helpAndExamples)
        }
        guard let shell = CompletionShell(rawValue: name) else {
            throw .invalid("Unsupported shell type \(name.goQuoted).", hint: .helpAndExamples)
        }
        self.shell = shell
    }

    func run(in context: CommandContext) async throws {
        context.console.write(CompletionScript.text(for: shell, program: context.programName))
    }
}
