import CommandLineKit
import JSONModel
import KubeClient
import KubeModel
import Renderers
import StdlibExtensions

/// Implements `skubectl autoscale`, which makes autoscalers.
struct AutoscaleCommand: Command {
    static let fieldManagerFlag = FieldManager.flag("kubectl-autoscale")
    static let spec = CommandSpec(
        name: "autoscale",
        usage: "(-f FILENAME | TYPE NAME | TYPE/NAME) [--min=MINPODS] --max=MAXPODS [--cpu=CPU] [--memory=MEMORY]",
        summary: "Auto-scale a deployment, replica set, stateful set, or replication controller",
        description: """
            Make an autoscaler, which lets a deployment, replica set, stateful set or replication controller have more \
            or fewer pods as their work demands.
            """,
        examples: [
            CommandExample(
                "Let a deployment have between 2 and 10 pods", "skubectl autoscale deployment foo --min=2 --max=10"),
            CommandExample(
                "Let pods use four fifths of the processor they ask for",
                "skubectl autoscale rc foo --max=5 --cpu=80%"),
            CommandExample(
                "Aim at amounts of processor and memory",
                "skubectl autoscale deployment bar --min=3 --max=6 --cpu=500m --memory=200Mi"),
        ],
        flags: ScalingTarget.flags + ResourceSelection.manifestFlags + ObjectCreation.flags(fieldManagerFlag)
            + [ChangeCause.flag]
    )
    .grouped(under: .deploy).completing(.dynamic(.resources))

    let creation: ObjectCreation
    let selection: ResourceSelection
    let target: ScalingTarget

    init(_ arguments: ParsedArguments) throws(UsageError) {
        creation = try ObjectCreation(arguments, Self.fieldManagerFlag, validates: false)
        var selection = ResourceSelection(words: arguments.positionals)
        selection.filenames = arguments[ResourceSelection.filenameFlag]
        selection.kustomization = arguments[ResourceSelection.kustomizeFlag]
        selection.isRecursive = arguments[ResourceSelection.recursiveFlag]
        selection.typesSelectAll = false
        self.selection = selection
        target = try ScalingTarget(arguments)
    }

    func run(in context: CommandContext) async throws {
        let cluster = try await context.cluster()
        let printer = try creation.printer(creation.dryRun == .client ? "created" : "autoscaled", in: context)
        var stream = ConsoleStream(console: context.console)
        let scales = ScaleSubresources(cluster: cluster)
        var count = 0
        try await GeneratedFrom(selection: selection, cluster: cluster, context: context).forEach { object, mapping in
            try await scales.require(mapping)
            let name = object["metadata"]?["name"]?.string ?? ""
            let scaler = try await make(for: name, mapping.gvk, in: cluster, as: context.commandLine)
            // kubectl has a printer for each, so nothing separates their documents.
            var ownPrinter = printer
            try ownPrinter.print(scaler, into: &stream)
            count += 1
        }
        if count == 0 { throw CommandError.failed("no objects passed to autoscale") }
    }

    /// Makes an autoscaler in the newest version, or in the first one where the server does not take that.
    private func make(
        for name: String, _ gvk: GroupVersionKind, in cluster: Cluster, as commandLine: String
    ) async throws -> JSONValue {
        let namespace = cluster.namespaceIsExplicit ? cluster.namespace : nil
        var scaler = target.scaler(for: name, gvk)
        scaler.namespace = namespace
        let value = creation.cause.recorded(inTyped: scaler.value, as: commandLine)
        if creation.dryRun == .client { return value }
        do throws(ClientError) {
            return try await send(value, of: scaler.kind, in: cluster)
        } catch {
            try target.checkFirstVersion()
            scaler = target.scalerOfFirstVersion(for: name, gvk)
            scaler.namespace = namespace
            let value = creation.cause.recorded(inTyped: scaler.value, as: commandLine)
            return try await send(value, of: scaler.kind, in: cluster)
        }
    }

    private func send(
        _ scaler: JSONValue, of kind: GeneratedKind, in cluster: Cluster
    ) async throws(ClientError) -> JSONValue {
        try await creation.send(
            creation.annotated(scaler), to: kind.location(namespace: cluster.namespace), in: cluster)
    }
}
