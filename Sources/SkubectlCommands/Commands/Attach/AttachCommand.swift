import CommandLineKit
import JSONModel
import KubeClient
import KubeModel

/// Implements `skubectl attach`, which connects the console with the process of a container.
struct AttachCommand: Command {
    static let detachKeysFlag = Flag(
        "detach-keys", default: "ctrl-p,ctrl-q", help: "The keys that leave the container without ending it.")
    static let spec = CommandSpec(
        name: "attach", usage: "(POD | TYPE/NAME) -c CONTAINER", summary: "Attach to a running container",
        description: "Attach to a process that is already running inside an existing container.",
        examples: [
            CommandExample("Get the output of a pod's first container", "skubectl attach web"),
            CommandExample("Get the output of another container", "skubectl attach web -c proxy"),
            CommandExample("Use the terminal of a container", "skubectl attach web -c shell -i -t"),
            CommandExample("Get the output of the first pod of a replica set", "skubectl attach rs/web"),
        ],
        flags: ExecCommand.sessionFlags + [ExecCommand.podRunningTimeoutFlag, detachKeysFlag]
    ).grouped(under: .troubleshooting).completing(.dynamic(.pods))

    let selection: ResourceSelection
    let session: AttachedSession
    let limit: Duration

    init(_ arguments: ParsedArguments) throws(UsageError) {
        let words = arguments.positionals
        guard !words.isEmpty else { throw .invalid("at least 1 argument is required for attach", hint: .none) }
        guard words.count <= 2 else {
            throw .invalid(
                "expected POD, TYPE/NAME, or TYPE NAME, (at most 2 arguments) saw \(words.count): "
                    + "[\(words.joined(separator: " "))]", hint: .none)
        }
        limit = arguments[ExecCommand.podRunningTimeoutFlag]
        guard limit > .zero else {
            throw .invalid("--pod-running-timeout must be higher than zero", hint: .helpAndExamples)
        }
        let isName = words.count == 1 && !words[0].contains("/")
        selection = ResourceSelection(words: isName ? ["pods", words[0]] : words)
        session = AttachedSession(
            container: arguments[ExecCommand.containerFlag], takesInput: arguments[ExecCommand.stdinFlag],
            wantsTerminal: arguments[ExecCommand.ttyFlag], isQuiet: arguments[ExecCommand.quietFlag],
            detachKeys: arguments[Self.detachKeysFlag])
    }

    func run(in context: CommandContext) async throws {
        let cluster = try await context.cluster()
        let objects = try await ChangeTargets.read(selection, in: context).all()
        guard objects.count == 1, let selected = objects[0].selected else {
            throw CommandError.failed("expected a resource")
        }
        let pod = try await AttachablePod(cluster: cluster, limit: limit)
            .pod(of: objects[0].value, gvk: selected.mapping.gvk)
        try AttachablePod.refuseCompleted(pod, "attach")
        try await session.run(pod, in: cluster, context)
    }
}
