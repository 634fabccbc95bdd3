import CommandLineKit
import JSONModel

/// Implements `skubectl rollout pause`, which keeps a deployment's changes from being rolled out.
struct RolloutPauseCommand: Command {
    static let fieldManagerFlag = FieldManager.flag("kubectl-rollout")

    static let spec = CommandSpec(
        name: "pause", usage: "RESOURCE", summary: "Mark the provided resource as paused",
        description: [
            "Mark a deployment as paused: its pods stay as they are, and changes of it are not rolled out.",
            "\"skubectl rollout resume\" ends that. Only deployments can be paused.",
        ],
        examples: [CommandExample("Pause a deployment", "skubectl rollout pause deployment/web")],
        flags: [fieldManagerFlag] + RolloutTargets.flags + ResultPrinter.flags
    ).completing(.dynamic(.resources))

    let patch: RolloutPatch

    init(_ arguments: ParsedArguments) throws(UsageError) {
        patch = RolloutPatch(
            selection: try RolloutTargets.selection(arguments),
            fieldManager: FieldManager(arguments, Self.fieldManagerFlag), result: ResultPrinter(arguments),
            operation: "paused")
    }

    func run(in context: CommandContext) async throws {
        try await patch.run(in: context) { target, kind in
            guard kind == .deployment else { throw RolloutPatch.Refusal.state("pausing is not supported") }
            if target.value["spec"]?["paused"]?.bool == true {
                throw RolloutPatch.Refusal.state("is already paused")
            }
            return ["spec": ["paused": true]]
        }
    }
}
