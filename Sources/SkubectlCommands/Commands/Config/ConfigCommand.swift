import CommandLineKit

/// The group of commands that show and change kubeconfig files.
struct ConfigCommand: DeclaredCommand {
    static let spec = CommandSpec(
        name: "config", usage: "SUBCOMMAND", summary: "Modify kubeconfig files",
        description: [
            "Show and change kubeconfig files, for instance with \"skubectl config use-context my-context\".",
            "Which files count:",
            .numbered([
                "With the --kubeconfig flag that file alone.",
                "Else, where $KUBECONFIG is set, the files it lists, merged. A value is changed in the file that has "
                    + "it; a new one goes to the first file that exists, or, where none does, to the last of the list.",
                "Else ${HOME}/.kube/config alone.",
            ]),
        ]
    )
    .grouped(under: .settings)
    .containing([
        ConfigViewCommand.self, ConfigSetContextCommand.self, ConfigCurrentContextCommand.self,
        ConfigUseContextCommand.self, ConfigGetContextsCommand.self, ConfigGetClustersCommand.self,
        ConfigGetUsersCommand.self, ConfigSetCommand.self, ConfigUnsetCommand.self, ConfigSetClusterCommand.self,
        ConfigSetCredentialsCommand.self,
        ConfigRenameContextCommand.self, ConfigDeleteContextCommand.self, ConfigDeleteClusterCommand.self,
        ConfigDeleteUserCommand.self,
    ])
}
