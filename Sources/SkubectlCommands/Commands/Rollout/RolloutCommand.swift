import CommandLineKit

/// The group of commands about how workloads get from one version to the next.
struct RolloutCommand: DeclaredCommand {
    static let spec = CommandSpec(
        name: "rollout", usage: "SUBCOMMAND", summary: "Manage the rollout of a resource",
        description: [
            "Manage the rollout of one or many resources.",
            "Deployments, daemon sets and stateful sets have rollouts: each change of their pod template begins one.",
        ],
        examples: [
            CommandExample("Go back to the version before", "skubectl rollout undo deployment/web"),
            CommandExample("Follow a rollout to its end", "skubectl rollout status daemonset/agent"),
            CommandExample("Replace all pods of a deployment", "skubectl rollout restart deployment/web"),
        ]
    )
    .grouped(under: .deploy)
    .containing([
        RolloutHistoryCommand.self, RolloutPauseCommand.self, RolloutRestartCommand.self, RolloutResumeCommand.self,
        RolloutStatusCommand.self, RolloutUndoCommand.self,
    ])
    .showingHelp(.asOutput)
}
