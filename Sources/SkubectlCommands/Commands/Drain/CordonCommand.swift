import CommandLineKit
import KubeClient

/// Implements `skubectl cordon`, which marks nodes as unschedulable.
struct CordonCommand: Command {
    static let spec = CommandSpec(
        name: "cordon", usage: "NODE", summary: "Mark node as unschedulable",
        description: ["Keep new pods away from a node. Those that run on it stay."],
        examples: [
            CommandExample("Keep new pods away from a node", "skubectl cordon worker-1"),
            CommandExample("The same for all nodes with a label", "skubectl cordon -l pool=old"),
        ],
        flags: [DryRun.flag, ResourceSelection.selectorFlag]
    ).grouped(under: .clusterManagement).completing(.dynamic(.nodes))

    let selection: NodeSelection

    init(_ arguments: ParsedArguments) throws(UsageError) {
        selection = try NodeSelection(arguments, command: "cordon")
    }

    func run(in context: CommandContext) async throws {
        let (cluster, nodes) = try await selection.nodes(in: context)
        try await Cordoning(cluster: cluster, context: context, dryRun: selection.dryRun, isUnschedulable: true)
            .apply(to: nodes)
    }
}
