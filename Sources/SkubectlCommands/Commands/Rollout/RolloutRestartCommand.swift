import CommandLineKit
import JSONModel
import KubeModel

/// Implements `skubectl rollout restart`, which replaces all pods of a workload, step by step.
struct RolloutRestartCommand: Command {
    static let fieldManagerFlag = FieldManager.flag("kubectl-rollout")

    static let spec = CommandSpec(
        name: "restart", usage: "RESOURCE", summary: "Restart a resource",
        description: ["Replace all pods of a workload, as a rollout: its pod template gets the time as an annotation."],
        examples: [
            CommandExample("Restart a deployment", "skubectl rollout restart deployment/web"),
            CommandExample("Restart a daemon set", "skubectl rollout restart daemonset/agent"),
            CommandExample("Restart all deployments with a label", "skubectl rollout restart deployment -l app=web"),
        ],
        flags: [fieldManagerFlag] + RolloutTargets.flags + ResultPrinter.flags
    ).completing(.dynamic(.resources))

    private static let annotation = "kubectl.kubernetes.io/restartedAt"

    let patch: RolloutPatch

    init(_ arguments: ParsedArguments) throws(UsageError) {
        patch = RolloutPatch(
            selection: try RolloutTargets.selection(arguments),
            fieldManager: FieldManager(arguments, Self.fieldManagerFlag), result: ResultPrinter(arguments),
            operation: "restarted")
    }

    func run(in context: CommandContext) async throws {
        let time = context.now.rfc3339(in: context.localZone)
        try await patch.run(in: context) { target, kind in
            guard let kind else { throw RolloutPatch.Refusal.state("restarting is not supported") }
            if kind == .deployment, target.value["spec"]?["paused"]?.bool == true {
                throw RolloutPatch.Refusal.state("can't restart paused deployment (run rollout resume first)")
            }
            let template = ["spec", "template", "metadata", "annotations", Self.annotation]
            guard target.value[path: template]?.string != time else {
                throw RolloutPatch.Refusal.whole { name in
                    "failed to create patch for \(name): if restart has already been triggered within the past second, "
                        + "please wait before attempting to trigger another"
                }
            }
            return ["spec": ["template": ["metadata": ["annotations": [Self.annotation: .string(time)]]]]]
        }
    }
}
