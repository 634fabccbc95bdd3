import CommandLineKit
import JSONModel
import KubeClient
import KubeModel
import SystemIO

/// Implements `skubectl exec`, which runs a command in a container.
struct ExecCommand: Command {
    static let stdinFlag = Flag("stdin", short: "i", default: false, help: "Pass standard input to the container.")
    static let ttyFlag = Flag("tty", short: "t", default: false, help: "Standard input is a terminal.")
    static let quietFlag = Flag(
        "quiet", short: "q", default: false, help: "Print nothing but what comes from the remote session.")
    static let containerFlag = Flag(
        "container", short: "c", default: "",
        help:
            "The container; without it the one the annotation kubectl.kubernetes.io/default-container names, or the first."
    ).completing(.dynamic(.containers))
    static let podRunningTimeoutFlag = Flag(
        "pod-running-timeout", default: Duration.seconds(60),
        help: "How long to wait until there is a pod (like 5s, 2m, or 3h, higher than zero).")
    /// What is common to commands that connect the console with a container.
    static let sessionFlags: [any AnyFlag] = [stdinFlag, ttyFlag, quietFlag, containerFlag]

    static let spec = CommandSpec(
        name: "exec", usage: "(POD | TYPE/NAME) [-c CONTAINER] [flags] -- COMMAND [args...]",
        summary: "Execute a command in a container", description: "Execute a command in a container.",
        examples: [
            CommandExample("Run date in the first container of a pod", "skubectl exec web -- date"),
            CommandExample("Run it in another container", "skubectl exec web -c proxy -- date"),
            CommandExample("A shell with a terminal", "skubectl exec web -i -t -- bash -il"),
            CommandExample("Run a command in the first pod of a deployment", "skubectl exec deploy/web -- date"),
        ],
        flags: sessionFlags + [podRunningTimeoutFlag, ResourceSelection.filenameFlag]
    ).grouped(under: .troubleshooting).completing(.dynamic(.pods))

    /// The pod or what has pods; nil where manifests name it.
    let target: String?
    let selection: ResourceSelection
    let command: [String]
    let container: String
    let takesInput: Bool
    let wantsTerminal: Bool
    let isQuiet: Bool
    let limit: Duration

    init(_ arguments: ParsedArguments) throws(UsageError) {
        let words = arguments.positionals
        let dash = arguments.positionalsBeforeDash
        let files = arguments[ResourceSelection.filenameFlag]
        target = dash == 0 ? nil : words.first
        if let dash {
            command = Array(words.dropFirst(dash))
        } else {
            command = []
            if words.count > 1 || !words.isEmpty && !files.isEmpty {
                throw .invalid(
                    "exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead",
                    hint: .helpAndExamples)
            }
        }
        container = arguments[Self.containerFlag]
        takesInput = arguments[Self.stdinFlag]
        wantsTerminal = arguments[Self.ttyFlag]
        isQuiet = arguments[Self.quietFlag]
        limit = arguments[Self.podRunningTimeoutFlag]
        guard limit > .zero else {
            throw .invalid("--pod-running-timeout must be higher than zero", hint: .helpAndExamples)
        }
        guard target != nil || !files.isEmpty else {
            throw .invalid("pod, type/name or --filename must be specified", hint: .none)
        }
        guard !command.isEmpty else {
            throw .invalid("you must specify at least one command for the container", hint: .none)
        }
        var selection = ResourceSelection(words: target.map { $0.contains("/") ? [$0] : ["pods", $0] } ?? [])
        selection.filenames = files
        self.selection = selection
    }

    func run(in context: CommandContext) async throws {
        let cluster = try await context.cluster()
        if target != nil, selection.hasManifests {
            throw CommandError.failed("resource/name arguments cannot be provided when a path is specified")
        }
        // A manifest is taken as it is: its pod is not asked for.
        let targets = try await ChangeTargets.read(
            selection, from: .serverAndManifests, isTyped: true, in: context)
        // Nothing is read behind the first fault.
        if let fault = targets.errors.first { throw fault }
        let objects = targets.found
        guard objects.count == 1, let selected = objects[0].selected else {
            throw CommandError.failed("cannot exec into multiple objects at a time")
        }
        let pod = try await AttachablePod(cluster: cluster, limit: limit)
            .pod(of: objects[0].value, gvk: selected.mapping.gvk)
        try AttachablePod.refuseCompleted(pod, "exec into")
        let choice = try ContainerChoice(of: pod, named: container) { text in
            if !isQuiet { context.console.writeError(text) }
        }
        let isTerminal = RemoteConsole.wantsTerminal(
            wantsTerminal, input: takesInput, isQuiet: isQuiet, context.console)
        let remote = RemoteCommand(
            .exec(command), namespace: pod["metadata"]?["namespace"]?.string ?? cluster.namespace,
            pod: pod["metadata"]?["name"]?.string ?? "", container: choice.name, stdin: takesInput,
            stderr: !isTerminal, tty: isTerminal)
        try await RemoteConsole(console: context.console, takesInput: takesInput, isTerminal: isTerminal)
            .run { try await cluster.client.open(remote) }
    }
}
