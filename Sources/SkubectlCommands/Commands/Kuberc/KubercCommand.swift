import CommandLineKit

/// The group of commands that show and change the user's preferences.
struct KubercCommand: DeclaredCommand {
    static let spec = CommandSpec(
        name: "kuberc", usage: "SUBCOMMAND", summary: "Manage kuberc configuration files",
        description: [
            """
            Show and change the file with your preferences: other defaults of flags, names of your own for commands, and \
            which programs may be run for credentials.
            """,
            "It is the file of --kuberc, else that of $KUBERC, else ${HOME}/.kube/kuberc.",
        ],
        examples: [
            CommandExample("Show your preferences", "skubectl kuberc view"),
            CommandExample(
                "Show pods in wide tables from now on",
                "skubectl kuberc set --section defaults --command get --option output=wide"),
            CommandExample(
                "Call \"get nodes\" by a name of your own",
                "skubectl kuberc set --section aliases --name getn --command get --prependarg nodes"),
        ]
    )
    .containing([KubercViewCommand.self, KubercSetCommand.self])
}
