import CommandLineKit
import JSONModel
import KubeClient
import KubeModel
import Renderers
import StdlibExtensions
import SystemIO

/// Implements `skubectl top pod`, which shows what pods and their containers use.
struct TopPodCommand: Command {
    static let containersFlag = Flag("containers", default: false, help: "Show each container of the pods.")
    static let sumFlag = Flag("sum", default: false, help: "Show at the end what all use together.")

    private static let usage = "[NAME | -l label]"

    static let spec = CommandSpec(
        name: "pod", usage: usage,
        summary: "Display resource (CPU/memory) usage of pods",
        description: [
            "Show what pods use of CPU and memory.",
            "Of a pod that has just begun it takes a few minutes until something is known.",
        ],
        examples: [
            CommandExample("Show what the pods of the namespace use", "skubectl top pod"),
            CommandExample("Show what the containers of a pod use", "skubectl top pod web --containers"),
            CommandExample("Show the pods that use the most memory first", "skubectl top pod -A --sort-by=memory"),
        ],
        flags: [
            containersFlag, sumFlag, ResourceSelection.allNamespacesFlag, ResourceSelection.fieldSelectorFlag,
        ] + TopFlags.all
    ).aliased("pods", "po").completing(.dynamic(.objects("pods")))

    let name: String
    let labelSelector: String
    let fieldSelector: String
    let allNamespaces: Bool
    let options: UsageTable.PodOptions
    let table: UsageTable

    init(_ arguments: ParsedArguments) throws(UsageError) {
        name = try TopFlags.name(arguments, usage: "pod \(Self.usage)")
        labelSelector = arguments[ResourceSelection.selectorFlag]
        fieldSelector = arguments[ResourceSelection.fieldSelectorFlag]
        allNamespaces = arguments[ResourceSelection.allNamespacesFlag]
        var options = UsageTable.PodOptions()
        options.showsContainers = arguments[Self.containersFlag]
        options.showsNamespace = allNamespaces
        options.showsSum = arguments[Self.sumFlag]
        self.options = options
        table = try TopFlags.table(arguments)
        guard name.isEmpty || (labelSelector.isEmpty && fieldSelector.isEmpty) else {
            throw .invalid("only one of NAME or selector can be provided", hint: .none)
        }
    }

    private static let pods = GroupVersionResource(group: "", version: "v1", resource: "pods")
    /// For so long kubectl does not wonder that there are no metrics of a pod.
    private static let metricsDelay: Int64 = 120_000_000_000

    func run(in context: CommandContext) async throws {
        let cluster = try await context.cluster()
        let query = try MetricsReader.query(labels: labelSelector, fields: fieldSelector)
        let reader = MetricsReader(cluster: cluster)
        try await reader.checkAvailability()
        let metrics: [PodMetrics] = try await reader.metrics(
            of: "pods", namespace: allNamespaces ? nil : cluster.namespace, name: name, query: query)
        if metrics.isEmpty {
            try await checkThatThereAreNoPods(query, cluster, context)
            let place = allNamespaces ? "" : " in \(cluster.namespace) namespace."
            context.console.writeError("No resources found\(place)\n")
        }
        var stream = ConsoleStream(console: context.console)
        table.writePods(metrics, options, into: &stream)
    }

    /// Throws where there are pods of which there should be metrics.
    private func checkThatThereAreNoPods(_ query: ListQuery, _ cluster: Cluster, _ context: CommandContext) async throws
    {
        let list = try await SteadyReading.read {
            try await cluster.client.json(
                .get(ResourceLocation(Self.pods, namespace: cluster.namespace), query: query))
        }
        let pods = list["items"]?.array ?? []
        if pods.isEmpty { return }
        for pod in pods {
            let metadata = pod["metadata"]
            guard let created = (metadata?["creationTimestamp"]?.string).flatMap(Timestamp.init(rfc3339:)) else {
                continue
            }
            let age = context.now.nanoseconds(since: created)
            guard age > Self.metricsDelay else { continue }
            let name = "\(metadata?["namespace"]?.string ?? "")/\(metadata?["name"]?.string ?? "")"
            throw CommandError.failed(
                "Metrics not available for pod \(name), age: \(Duration.nanoseconds(age).goText)")
        }
        throw CommandError.failed("metrics not available yet")
    }
}
