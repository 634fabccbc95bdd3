import CommandLineKit
import JSONModel

/// Implements `skubectl rollout resume`, which lets a paused deployment's changes be rolled out again.
struct RolloutResumeCommand: Command {
    static let fieldManagerFlag = FieldManager.flag("kubectl-rollout")

    static let spec = CommandSpec(
        name: "resume", usage: "RESOURCE", summary: "Resume a paused resource",
        description: [
            "Let a paused deployment go on: what was changed meanwhile is rolled out.",
            "Only deployments can be paused.",
        ],
        examples: [CommandExample("Resume a paused deployment", "skubectl rollout resume deployment/web")],
        flags: [fieldManagerFlag] + RolloutTargets.flags + ResultPrinter.flags
    ).completing(.dynamic(.resources))

    let patch: RolloutPatch

    init(_ arguments: ParsedArguments) throws(UsageError) {
        patch = RolloutPatch(
            selection: try RolloutTargets.selection(arguments),
            fieldManager: FieldManager(arguments, Self.fieldManagerFlag), result: ResultPrinter(arguments),
            operation: "resumed")
    }

    func run(in context: CommandContext) async throws {
        try await patch.run(in: context) { target, kind in
            guard kind == .deployment else { throw RolloutPatch.Refusal.state("resuming is not supported") }
            guard target.value["spec"]?["paused"]?.bool == true else {
                throw RolloutPatch.Refusal.state("is not paused")
            }
            // Go leaves a false out, and a member that was there and is not any more is deleted.
            return ["spec": ["paused": .null]]
        }
    }
}
