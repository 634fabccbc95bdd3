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

/// The program without user preferences: `KUBECTL_KUBERC=false`.
struct SkubectlRootWithoutPreferences: DeclaredCommand {
    static let spec = SkubectlRoot.spec.containing(CommandRegistry.commands.filter { $0 != KubercCommand.self })
}

/// All commands there are.
enum CommandRegistry {
    static let commands: [any DeclaredCommand.Type] = [
        CreateCommand.self,
        ExposeCommand.self,
        RunCommand.self,
        SetCommand.self,
        ExplainCommand.self,
        GetCommand.self,
        EditCommand.self,
        DeleteCommand.self,
        AutoscaleCommand.self,
        RolloutCommand.self,
        CertificateCommand.self,
        PatchCommand.self,
        ReplaceCommand.self,
        WaitCommand.self,
        KustomizeCommand.self,
        DescribeCommand.self,
        DebugCommand.self,
        DiffCommand.self,
        ApplyCommand.self,
        LogsCommand.self,
        ExecCommand.self,
        AttachCommand.self,
        PortForwardCommand.self,
        ProxyCommand.self,
        CopyCommand.self,
        EventsCommand.self,
        ScaleCommand.self,
        ClusterInfoCommand.self,
        AuthCommand.self,
        TopCommand.self,
        CordonCommand.self,
        UncordonCommand.self,
        DrainCommand.self,
        TaintCommand.self,
        ConfigCommand.self,
        APIResourcesCommand.self,
        APIVersionsCommand.self,
        CompletionCommand.self,
        VersionCommand.self,
        OptionsCommand.self,
        HelpCommand.self,
        PluginCommand.self,
        LabelCommand.self,
        AnnotateCommand.self,
        KubercCommand.self,
        CompleteCommand.self,
        GenerateCommand.self,
    ]

    /// The names of commands that send requests whatever their flags say.
    static let namesOfRemote = [
        "get", "describe", "logs", "debug", "create", "run", "expose", "autoscale", "delete", "edit", "events", "wait",
        "api-resources",
        "api-versions", "replace", "cluster-info", "cp", "port-forward", "proxy",
        "apply", "diff", "scale", "cordon", "uncordon", "drain", "taint", "label", "annotate",
    ]

    /// Whether these words, without the program's name, look as if requests were to be sent: a guess that costs no time.
    static func looksRemote(_ words: some Sequence<String>) -> Bool {
        guard let name = words.first(where: { !$0.hasPrefix("-") }), namesOfRemote.contains(name) else { return false }
        return !words.contains { $0 == "--help" || $0 == "-h" }
    }

    static let tree = CommandTree(root: SkubectlRoot.self, globalFlags: GlobalFlags.all, groups: CommandGroup.all)

    /// The tree without the command and the flag for user preferences.
    static var treeWithoutPreferences: CommandTree {
        CommandTree(
            root: SkubectlRootWithoutPreferences.self,
            globalFlags: GlobalFlags.all.filter { $0.definition.name != PreferencesFlag.kuberc.definition.name },
            groups: CommandGroup.all)
    }
}
