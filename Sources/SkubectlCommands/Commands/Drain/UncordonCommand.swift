import CommandLineKit
import KubeClient

/// Implements `skubectl uncordon`, which marks nodes as schedulable again.
struct UncordonCommand: Command {
    static let spec = CommandSpec(
        name: "uncordon", usage: "NODE", summary: "Mark node as schedulable",
        description: ["Let new pods come to a node again."],
        examples: [
            CommandExample("Let new pods come to a node", "skubectl uncordon worker-1"),
            CommandExample("The same for all nodes with a label", "skubectl uncordon -l pool=old"),
        ],
        flags: [DryRun.flag, ResourceSelection.selectorFlag]
    ).grouped(under: .clusterManagement).completing(.dynamic(.nodes))

    let selection: NodeSelection

    init(_ arguments: ParsedArguments) throws(UsageError) {
        selection = try NodeSelection(arguments, command: "uncordon")
    }

    func run(in context: CommandContext) async throws {
        let (cluster, nodes) = try await selection.nodes(in: context)
        try await Cordoning(cluster: cluster, context: context, dryRun: selection.dryRun, isUnschedulable: false)
            .apply(to: nodes)
    }
}
