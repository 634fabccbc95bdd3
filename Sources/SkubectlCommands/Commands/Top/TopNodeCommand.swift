import CommandLineKit
import JSONModel
import KubeClient
import KubeModel
import Renderers
import SystemIO

/// Implements `skubectl top node`, which shows what nodes use.
struct TopNodeCommand: Command {
    static let showCapacityFlag = Flag(
        "show-capacity", default: false, help: "Count in shares of all a node has, not of what it can give to pods.")

    private static let usage = "[NAME | -l label]"

    static let spec = CommandSpec(
        name: "node", usage: usage,
        summary: "Display resource (CPU/memory) usage of nodes",
        description: "Show what nodes use of CPU and memory, and how much that is of what they can give to pods.",
        examples: [
            CommandExample("Show what all nodes use", "skubectl top node"),
            CommandExample("Show what one node uses", "skubectl top node worker-1"),
        ],
        flags: [showCapacityFlag] + TopFlags.all
    ).aliased("nodes", "no").completing(.dynamic(.nodes))

    let name: String
    let selector: String
    let usesCapacity: Bool
    let table: UsageTable

    init(_ arguments: ParsedArguments) throws(UsageError) {
        name = try TopFlags.name(arguments, usage: "node \(Self.usage)")
        selector = arguments[ResourceSelection.selectorFlag]
        usesCapacity = arguments[Self.showCapacityFlag]
        table = try TopFlags.table(arguments)
        guard name.isEmpty || selector.isEmpty else {
            throw .invalid("only one of NAME or --selector can be provided", hint: .none)
        }
    }

    private static let nodes = GroupVersionResource(group: "", version: "v1", resource: "nodes")

    func run(in context: CommandContext) async throws {
        let cluster = try await context.cluster()
        let query = try MetricsReader.query(labels: selector)
        let reader = MetricsReader(cluster: cluster)
        try await reader.checkAvailability()
        // Side by side, and what is wrong with the metrics is told first.
        async let nodes = nodes(of: cluster, query)
        let metrics: [NodeMetrics] = try await reader.metrics(of: "nodes", name: name, query: query)
        guard !metrics.isEmpty else { throw CommandError.failed("metrics not available yet") }
        let known = try await nodes
        var stream = ConsoleStream(console: context.console)
        table.writeNodes(metrics, of: known, usesCapacity: usesCapacity, into: &stream)
    }

    private func nodes(of cluster: Cluster, _ query: ListQuery) async throws -> [Node] {
        let location = ResourceLocation(Self.nodes, name: name.isEmpty ? nil : name)
        let answer = try await SteadyReading.read {
            try await cluster.client.json(.get(location, query: name.isEmpty ? query : ListQuery()))
        }
        return try (name.isEmpty ? answer["items"]?.array ?? [] : [answer]).map { try $0.decoded(as: Node.self) }
    }
}
