import CommandLineKit
import JSONModel
import KubeClient
import KubeModel
import Renderers
import StdlibExtensions
import SystemIO

/// Implements `skubectl run`, which makes a pod of an image, and attaches to it where it is asked to.
struct RunCommand: Command {
    static let fieldManagerFlag = FieldManager.flag("kubectl-run")
    static let attachFlag = Flag(
        "attach", default: false,
        help: "Wait until the pod runs, and attach to it. The default is true with -i/--stdin.")
    static let exposeFlag = Flag(
        "expose", default: false, help: "Make a service for the pod, too; needs --port.")
    static let podRunningTimeoutFlag = Flag(
        "pod-running-timeout", default: Duration.seconds(60),
        help: "How long to wait until a pod of those runs; more than zero (e.g. 5s, 2m, or 3h).")
    static let quietFlag = Flag("quiet", short: "q", default: false, help: "Tell nothing beside the result.")
    static let removeFlag = Flag(
        "rm", default: false, help: "Delete the pod when it ends; only for attached containers.")

    private static let ownFlags: [any AnyFlag] = [
        attachFlag, exposeFlag, podRunningTimeoutFlag, quietFlag, removeFlag,
        AttachCommand.detachKeysFlag,
        DeleteCommand.cascadeFlag, DeleteCommand.forceFlag, DeleteCommand.gracePeriodFlag, DeleteCommand.timeoutFlag,
        Flag("wait", default: false, help: "Wait until what --rm deletes is gone, finalizers included."),
    ]
    static let spec = CommandSpec(
        name: "run",
        usage: "NAME --image=image [--env=\"key=value\"] [--port=port] [--dry-run=server|client] "
            + "[--overrides=inline-json] [--command] -- [COMMAND] [args...]",
        summary: "Run a particular image on the cluster",
        description: "Make a pod of an image, and run it.",
        examples: [
            CommandExample("Run nginx", "skubectl run nginx --image=nginx"),
            CommandExample("Run it with a port", "skubectl run hazelcast --image=hazelcast/hazelcast --port=5701"),
            CommandExample(
                "Set variables",
                "skubectl run hazelcast --image=hazelcast/hazelcast --env=\"DNS_DOMAIN=cluster\" --env=\"POD_NAMESPACE=default\""
            ),
            CommandExample(
                "Set labels", "skubectl run hazelcast --image=hazelcast/hazelcast --labels=\"app=hazelcast,env=prod\""),
            CommandExample("Show what would be made", "skubectl run nginx --image=nginx --dry-run=client"),
            CommandExample(
                "Change the pod", "skubectl run nginx --image=nginx --overrides='{ \"spec\": { ... } }'"),
            CommandExample("Give the image arguments", "skubectl run nginx --image=nginx -- <arg1> <arg2> ... <argN>"),
            CommandExample(
                "Run another command", "skubectl run nginx --image=nginx --command -- <cmd> <arg1> ... <argN>"),
        ],
        flags: ownFlags + PodGeneration.flags + ResourceSelection.manifestFlags + Overrides.flags
            + ObjectCreation.flags(fieldManagerFlag) + [ChangeCause.flag]
    ).grouped(under: .basicBeginner)

    let creation: ObjectCreation
    let pod: PodGeneration
    let overrides: Overrides
    let isExposed: Bool
    let session: AttachedSession
    let attaches: Bool
    /// Whether what was made is deleted again at the end.
    let removes: Bool
    let limit: Duration
    private let deletion: DeletionOptions

    init(_ arguments: ParsedArguments) throws(UsageError) {
        creation = try ObjectCreation(arguments, Self.fieldManagerFlag, validates: false)
        deletion = DeletionOptions(gracePeriod: nil, cascade: try Cascade(arguments[DeleteCommand.cascadeFlag]))
        guard let name = arguments.positionals.first else {
            throw .invalid("NAME is required for run", hint: .helpAndExamples)
        }
        limit = arguments[Self.podRunningTimeoutFlag]
        guard limit > .zero else {
            throw .invalid("--pod-running-timeout must be higher than zero", hint: .helpAndExamples)
        }
        pod = try PodGeneration(arguments, name: name)
        overrides = Overrides(arguments)
        isExposed = arguments[Self.exposeFlag]
        if isExposed, pod.port.isEmpty {
            throw .invalid("--port must be set when exposing a service", hint: .helpAndExamples)
        }
        try pod.checkRestartPolicy()
        attaches = arguments.wasSet(Self.attachFlag) ? arguments[Self.attachFlag] : pod.keepsInputOpen
        removes = arguments[Self.removeFlag]
        session = AttachedSession(
            takesInput: pod.keepsInputOpen, wantsTerminal: pod.hasTerminal, isQuiet: arguments[Self.quietFlag],
            detachKeys: arguments[AttachCommand.detachKeysFlag])
        if removes, !attaches {
            throw .invalid("--rm should only be used for attached containers", hint: .helpAndExamples)
        }
        if attaches, creation.dryRun != .none {
            throw .invalid(
                "--dry-run=[server|client] can't be used with attached containers options (--attach, --stdin, or --tty)",
                hint: .helpAndExamples)
        }
        try pod.checkPullPolicy()
    }

    func run(in context: CommandContext) async throws {
        var printer = try creation.printer("created", in: context)
        let cluster = try await context.cluster()
        var stream = ConsoleStream(console: context.console)
        let madePod = try await make(try pod.object(), overrides: overrides, in: cluster, context)
        var made = [madePod]
        var errors: [any Error] = []
        if isExposed {
            do {
                let service = try await make(try pod.service(), overrides: nil, in: cluster, context)
                made.append(service)
                try printer.print(service, into: &stream)
                // kubectl has one more line between the two than its printer writes.
                if creation.result.word == "yaml" { context.console.write("---\n") }
            } catch {
                errors.append(error)
            }
        }
        if attaches { return try await attach(made, in: cluster, context) }
        try printer.print(madePod, into: &stream)
        if !errors.isEmpty { throw CommandError.several(errors) }
    }

    /// Attaches to the pod, which is the first of what was made, and waits for its end where that says how it went.
    private func attach(_ made: [JSONValue], in cluster: Cluster, _ context: CommandContext) async throws {
        var objects: [SelectedObject] = []
        for object in made { objects.append(try await selected(object, in: cluster)) }
        let run = AttachedRun(session: session, limit: limit, cluster: cluster, context: context)
        do {
            try await run.attach(to: objects[0])
            if !pod.leavesInputOpen, let milestone = pod.end { try await run.finish(objects[0], milestone) }
        } catch {
            if removes { await remove(objects, in: cluster, context) }
            throw error
        }
        if removes { await remove(objects, in: cluster, context) }
    }

    private func selected(_ object: JSONValue, in cluster: Cluster) async throws -> SelectedObject {
        // Pods and services are both of the core group.
        let gvk = GroupVersionKind(group: "", version: "v1", kind: object["kind"]?.string ?? "")
        guard let mapping = try await cluster.discovery.mapping(for: gvk) else {
            throw CommandError.failed(
                "no matches for kind \(gvk.kind.goQuoted) in version \(gvk.groupVersion.apiVersion.goQuoted)")
        }
        return SelectedObject(
            mapping: mapping, namespace: object["metadata"]?["namespace"]?.string ?? cluster.namespace,
            name: object["metadata"]?["name"]?.string ?? "")
    }

    /// Deletes what was made, also when the command is being cancelled.
    private func remove(_ objects: [SelectedObject], in cluster: Cluster, _ context: CommandContext) async {
        let options = deletion
        await Task {
            for object in objects {
                let request = APIRequest.delete(object.location, options: options.document)
                // Not told, as in kubectl.
                guard (try? await cluster.client.json(request)) != nil else { return }
                if !session.isQuiet { context.console.write(options.line(object)) }
            }
        }.value
        context.console.flush()
    }

    /// Makes an object, and returns it as the server has it, or as it would be sent.
    private func make(
        _ object: GeneratedObject, overrides: Overrides?, in cluster: Cluster, _ context: CommandContext
    ) async throws -> JSONValue {
        guard let mapping = try await cluster.discovery.mapping(for: object.kind.gvk) else {
            throw CommandError.failed(
                "no matches for kind \(object.kind.gvk.kind.goQuoted) in version "
                    + object.kind.gvk.groupVersion.apiVersion.goQuoted)
        }
        let value = creation.cause.recorded(
            inTyped: try overrides?.applied(to: object.value) ?? object.value, as: context.commandLine)
        if creation.dryRun == .client { return cluster.inExplicitNamespace(value) }
        return try await creation.send(
            creation.annotated(value), to: mapping.location(namespace: cluster.namespace), in: cluster)
    }
}
