import CommandLineKit

/// The program itself: the root of all commands.
struct SkubectlRoot: DeclaredCommand {
    static let spec = CommandSpec(
        name: "skubectl", usage: "[flags]", summary: "skubectl controls the Kubernetes cluster manager",
        description: [
            "skubectl controls the Kubernetes cluster manager, with the commands and the output of kubectl.",
            "Its documentation is that of kubectl: https://kubernetes.io/docs/reference/kubectl/",
        ]
    ).containing(CommandRegistry.commands)
}

/// All commands there are.
enum CommandRegistry {
    static let commands: [any DeclaredCommand.Type] = [
        CreateCommand.self, GetCommand.self, DeleteCommand.self, DescribeCommand.self, LogsCommand.self,
        EventsCommand.self,
        ClusterInfoCommand.self, ConfigCommand.self, APIResourcesCommand.self, APIVersionsCommand.self,
        CompletionCommand.self, VersionCommand.self, OptionsCommand.self, HelpCommand.self,
        CompleteCommand.self, GenerateCommand.self,
    ]

    static let tree = CommandTree(root: SkubectlRoot.self, globalFlags: GlobalFlags.all, groups: CommandGroup.all)
}
