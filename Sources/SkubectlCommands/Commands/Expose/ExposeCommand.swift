import CommandLineKit
import JSONModel
import KubeClient
import KubeModel
import Renderers
import StdlibExtensions

/// Implements `skubectl expose`, which makes a service for what pods, controllers or services select.
struct ExposeCommand: Command {
    static let fieldManagerFlag = FieldManager.flag("kubectl-expose")
    static let spec = CommandSpec(
        name: "expose",
        usage: "(-f FILENAME | TYPE NAME) [--port=port] [--protocol=TCP|UDP|SCTP] [--target-port=number-or-name] "
            + "[--name=name] [--external-ip=external-ip-of-service] [--type=type]",
        summary: "Take a replication controller, service, deployment or pod and expose it as a new Kubernetes service",
        description: """
            Make a service for the pods of a deployment, a service, a replica set, a replication controller, or for a pod.

            The selector and the ports are theirs unless others are given. Only selectors of labels and their values can \
            be taken over.
            """,
        examples: [
            CommandExample(
                "Make a service for a replicated nginx on port 80, which leads to 8000",
                "skubectl expose rc nginx --port=80 --target-port=8000"),
            CommandExample("Expose what a manifest names", "skubectl expose -f nginx-controller.yaml --port=80"),
            CommandExample(
                "Make a service for a pod", "skubectl expose pod valid-pod --port=444 --name=frontend"),
            CommandExample(
                "Make a second service for the pods of one",
                "skubectl expose service nginx --port=443 --target-port=8443 --name=nginx-https"),
            CommandExample(
                "Make a service for UDP", "skubectl expose rc streamer --port=4100 --protocol=UDP --name=video-stream"),
            CommandExample("Make a service for a deployment", "skubectl expose deployment nginx --port=80"),
        ],
        flags: ServiceSettings.flags + ResourceSelection.manifestFlags + Overrides.flags
            + ObjectCreation.flags(fieldManagerFlag) + [ChangeCause.flag]
    )
    .grouped(under: .basicBeginner).completing(.dynamic(.resources))

    let creation: ObjectCreation
    let selection: ResourceSelection
    let settings: ServiceSettings
    let overrides: Overrides

    init(_ arguments: ParsedArguments) throws(UsageError) {
        creation = try ObjectCreation(arguments, Self.fieldManagerFlag, validates: false)
        var selection = ResourceSelection(words: arguments.positionals)
        selection.filenames = arguments[ResourceSelection.filenameFlag]
        selection.kustomization = arguments[ResourceSelection.kustomizeFlag]
        selection.isRecursive = arguments[ResourceSelection.recursiveFlag]
        selection.typesSelectAll = false
        self.selection = selection
        settings = ServiceSettings(arguments)
        overrides = Overrides(arguments)
    }

    func run(in context: CommandContext) async throws {
        var printer = try creation.printer("exposed", in: context)
        let cluster = try await context.cluster()
        var stream = ConsoleStream(console: context.console)
        // As in kubectl, what is taken over from the first object counts for the others, too.
        var settings = settings
        try await GeneratedFrom(
            selection: selection, cluster: cluster, context: context, isTyped: true
        ).forEach { object, mapping in
            try settings.takeOver(from: ExposedObject(object, mapping.gvk))
            let service = try await make(try settings.service(), in: cluster, as: context.commandLine)
            try printer.print(service, into: &stream)
        }
    }

    /// Makes a service, and returns it as the server has it, or as it would be sent.
    private func make(
        _ service: GeneratedObject, in cluster: Cluster, as commandLine: String
    ) async throws -> JSONValue {
        let value = creation.cause.recorded(inTyped: try overrides.applied(to: service.value), as: commandLine)
        if creation.dryRun == .client { return cluster.inExplicitNamespace(value) }
        return try await creation.send(
            creation.annotated(value), to: service.kind.location(namespace: cluster.namespace), in: cluster)
    }
}
