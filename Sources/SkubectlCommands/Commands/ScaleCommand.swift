import CommandLineKit
import JSONModel
import KubeClient
import KubeModel
import Renderers
import SystemIO

/// Implements `skubectl scale`, which sets the number of replicas through the scale subresource.
struct ScaleCommand: Command {
    static let allFlag = Flag("all", default: false, help: "Scale all objects of the given types in the namespace.")
    static let resourceVersionFlag = Flag(
        "resource-version", default: "", help: "Scale only if this is the current resource version of the scale.")
    static let currentReplicasFlag = Flag(
        "current-replicas", default: -1, help: "Scale only if this is the current number of replicas; -1 is any number."
    )
    static let replicasFlag = Flag("replicas", default: 0, help: "The new number of replicas.").required()
    static let timeoutFlag = Flag(
        "timeout", default: Duration.zero,
        help: "How long to wait until there are as many replicas as asked for; zero does not wait.")

    static let spec = CommandSpec(
        name: "scale",
        usage: "[--resource-version=version] [--current-replicas=count] --replicas=COUNT (-f FILENAME | TYPE NAME)",
        summary: "Set a new size for a deployment, replica set, or replication controller",
        description: [
            "Set how many replicas a workload has.",
            """
            With --current-replicas or --resource-version the size is only set where these are what the server has at \
            that moment.
            """,
        ],
        examples: [
            CommandExample("Set the size of a deployment", "skubectl scale --replicas=3 deployment/web"),
            CommandExample("Set the size of what a manifest names", "skubectl scale --replicas=3 -f web.yaml"),
            CommandExample(
                "Set a size only where it is 2 now", "skubectl scale --current-replicas=2 --replicas=3 deployment/web"),
            CommandExample("Set several sizes", "skubectl scale --replicas=5 rs/front rs/back"),
        ],
        flags: [
            allFlag, resourceVersionFlag, currentReplicasFlag, replicasFlag, timeoutFlag, DryRun.flag,
            ResourceSelection.selectorFlag, ChangeCause.flag,
        ] + ResultPrinter.flags + ResourceSelection.manifestFlags
    )
    .grouped(under: .deploy).suggested(for: "resize").completing(.dynamic(.resources))

    let selection: ResourceSelection
    let scale: ReplicaScale
    /// Zero where nothing is waited for.
    let timeout: Duration
    let dryRun: DryRun
    let cause: ChangeCause
    let result: ResultPrinter

    init(_ arguments: ParsedArguments) throws(UsageError) {
        dryRun = try DryRun(arguments)
        var selection = ResourceSelection(arguments)
        selection.selectChanged(all: arguments[Self.allFlag])
        self.selection = selection
        timeout = arguments[Self.timeoutFlag]
        cause = ChangeCause(arguments)
        result = ResultPrinter(arguments)
        let replicas = arguments[Self.replicasFlag]
        guard replicas >= 0 else {
            throw .invalid(
                "The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0", hint: .none)
        }
        let current = arguments[Self.currentReplicasFlag]
        guard current >= -1 else {
            throw .invalid("The --current-replicas must specify an integer of -1 or greater", hint: .none)
        }
        scale = ReplicaScale(
            replicas: replicas, currentReplicas: current == -1 ? nil : current,
            resourceVersion: arguments[Self.resourceVersionFlag], dryRun: dryRun)
    }

    func run(in context: CommandContext) async throws {
        var printer = try result.printer(
            ResultPrinter.Options(operation: "scaled\(dryRun.suffix)"), in: context)
        let targets = try await ChangeTargets.read(selection, from: .serverAndManifests, in: context)
        guard let cluster = targets.cluster else { return }
        let found = targets.found
        if !scale.resourceVersion.isEmpty, found.count > 1 {
            throw CommandError.failed("cannot use --resource-version with multiple resources")
        }
        if found.isEmpty {
            try CommandError.throwAll(targets.errors)
            throw CommandError.failed("no objects passed to scale")
        }
        var stream = ConsoleStream(console: context.console)
        // One after another: where one cannot be scaled the rest is left as it is.
        for target in found {
            guard let selected = target.selected else { continue }
            var size = scale.replicas
            if dryRun != .client {
                size = try await scale.apply(to: selected, in: cluster)
                if timeout != .zero, dryRun == .none {
                    try await scale.wait(for: selected, in: cluster, atMost: timeout)
                }
                if dryRun == .none { await record(selected, in: cluster, as: context.commandLine) }
            }
            try printer.print(Self.resized(target.value, selected.mapping.gvk, size), into: &stream)
            context.console.flush()
        }
        try CommandError.throwAll(targets.errors)
    }

    /// Keeps the command line with an object, where that is asked for.
    private func record(_ object: SelectedObject, in cluster: Cluster, as commandLine: String) async {
        guard let patch = cause.patch(as: commandLine) else { return }
        var request = APIRequest.patch(object.location, .merge, patch)
        request.parameters = FieldManager.unnamed.parameters
        // What was asked for is done; kubectl does not tell either that it could not be written down.
        _ = try? await cluster.client.bytes(request)
    }

    /// The object with its new size, where it is known which field that is.
    private static func resized(_ object: JSONValue, _ kind: GroupVersionKind, _ size: Int) -> JSONValue {
        guard kind.group.isEmpty || kind.group == "apps" else { return object }
        var object = object
        object[path: "spec", "replicas"] = .number(JSONNumber(size))
        return object
    }
}
