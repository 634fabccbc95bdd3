import CommandLineKit
import JSONModel
import KubeClient
import KubeModel
import Renderers
import StdlibExtensions
import SystemIO

/// Implements `skubectl cluster-info dump`, which shows or writes to files what helps to find out what is wrong.
struct ClusterInfoDumpCommand: Command {
    static let allNamespacesFlag = Flag(
        "all-namespaces", short: "A", default: false, help: "Dump all namespaces, whatever --namespaces says.")
    static let namespacesFlag = Flag("namespaces", default: [String](), help: "The namespaces to dump.")
        .completing(.dynamic(.namespaces))
    static let outputFlag = ResultPrinter.outputFlag(of: .ofObjects, default: "json")
    static let outputDirectoryFlag = Flag(
        "output-directory", default: "", help: "The folder to write files to; '-' or nothing for standard output.")

    static let spec = CommandSpec(
        name: "dump", usage: "[flags]", summary: "Dump relevant information for debugging and diagnosis",
        description: [
            """
            Show the nodes, and of some namespaces the events, services, workloads and pods, with the logs of all \
            containers.
            """,
            """
            Without --namespaces and --all-namespaces these are the current namespace and kube-system. With \
            --output-directory each list and each pod's logs are written to a file of its own.
            """,
        ],
        examples: [
            CommandExample("Show everything", "skubectl cluster-info dump"),
            CommandExample(
                "Write what is in all namespaces to files", "skubectl cluster-info dump -A --output-directory=dump"),
        ],
        flags: [allNamespacesFlag, namespacesFlag, outputFlag, outputDirectoryFlag, LogsCommand.podRunningTimeoutFlag]
            + ResultPrinter.templateFlags
    ).completing(.nothing)

    let allNamespaces: Bool
    let namespaces: [String]
    let result: ResultPrinter
    /// Empty for standard output.
    let directory: String

    init(_ arguments: ParsedArguments) throws(UsageError) {
        allNamespaces = arguments[Self.allNamespacesFlag]
        namespaces = arguments[Self.namespacesFlag]
        result = ResultPrinter(arguments, output: Self.outputFlag)
        let directory = arguments[Self.outputDirectoryFlag]
        self.directory = directory == "-" ? "" : directory
        guard arguments[LogsCommand.podRunningTimeoutFlag] > .zero else {
            throw .invalid("--pod-running-timeout must be higher than zero", hint: .none)
        }
    }

    /// What is dumped of each namespace, with the names of the files.
    private static let lists: [(name: String, GroupVersionResource)] = [
        ("events", GroupVersionResource(group: "", version: "v1", resource: "events")),
        ("replication-controllers", GroupVersionResource(group: "", version: "v1", resource: "replicationcontrollers")),
        ("services", GroupVersionResource(group: "", version: "v1", resource: "services")),
        ("daemonsets", GroupVersionResource(group: "apps", version: "v1", resource: "daemonsets")),
        ("deployments", GroupVersionResource(group: "apps", version: "v1", resource: "deployments")),
        ("replicasets", GroupVersionResource(group: "apps", version: "v1", resource: "replicasets")),
        ("pods", GroupVersionResource(group: "", version: "v1", resource: "pods")),
    ]

    func run(in context: CommandContext) async throws {
        var printer = try result.printer(ResultPrinter.Options(sortsKeys: false), in: context)
        let cluster = try await context.cluster()
        let output = DumpOutput(console: context.console, directory: directory, fileExtension: fileExtension)
        let nodes = try await Self.list(GroupVersionResource(group: "", version: "v1", resource: "nodes"), nil, cluster)
        if result.isName {
            throw CommandError.failed("list types are not supported by name printing: *v1.NodeList")
        }
        try output.write(nodes, to: ["nodes"], with: &printer)
        for namespace in try await namespaces(in: cluster) {
            try await dump(namespace, cluster, output, &printer)
        }
        if !directory.isEmpty { context.console.write("Cluster info dumped to \(directory)\n") }
    }

    private var fileExtension: String {
        ["json", "yaml"].contains(result.word) ? ".\(result.word)" : ".txt"
    }

    private func namespaces(in cluster: Cluster) async throws -> [String] {
        if allNamespaces {
            let resource = GroupVersionResource(group: "", version: "v1", resource: "namespaces")
            let list = try await Self.list(resource, nil, cluster)
            return (list["items"]?.array ?? []).map { $0["metadata"]?["name"]?.string ?? "" }
        }
        return namespaces.isEmpty ? ["kube-system", cluster.namespace] : namespaces
    }

    /// Asks for all lists of a namespace side by side and writes them one after the other.
    private func dump(
        _ namespace: String, _ cluster: Cluster, _ output: DumpOutput, _ printer: inout ObjectPrinter
    ) async throws {
        let answers = await SideBySide.map(Self.lists.map(\.1)) { resource -> Result<JSONValue, any Error> in
            do { return .success(try await Self.list(resource, namespace, cluster)) } catch { return .failure(error) }
        }
        var pods: [JSONValue] = []
        for (list, answer) in zip(Self.lists, answers) {
            let document = try answer.get()
            try output.write(document, to: [namespace, list.name], with: &printer)
            if list.name == "pods" { pods = document["items"]?.array ?? [] }
        }
        // A few at a time, so that no more logs are held than that.
        for start in stride(from: 0, to: pods.count, by: SideBySide.usualWidth) {
            let some = Array(pods[start..<min(start + SideBySide.usualWidth, pods.count)])
            let logs = await SideBySide.map(some) { pod in await PodLogs.text(of: pod, cluster) }
            for (pod, log) in zip(some, logs) {
                try output.write(log, to: [namespace, pod["metadata"]?["name"]?.string ?? "", "logs"])
            }
        }
    }

    private static func list(
        _ resource: GroupVersionResource, _ namespace: String?, _ cluster: Cluster
    ) async throws -> JSONValue {
        var list = try await SteadyReading.read {
            try await cluster.client.json(
                .get(ResourceLocation(resource, namespace: namespace)), numbers: .normalizedAsGo)
        }
        let template = ["spec", "template", "metadata"]
        // Go's types leave a time out that is not set, and servers before 1.34 did not.
        let items = (list["items"]?.array ?? []).map { item in
            guard let metadata = item[path: template], metadata["creationTimestamp"]?.isNull == true else {
                return item
            }
            var item = item
            item[path: template + ["creationTimestamp"]] = nil
            return item
        }
        // kubectl asks in protocol buffers, which do not tell an empty list from none.
        list["items"] = items.isEmpty ? .null : .array(items)
        return list
    }
}
