import CommandLineKit
import JSONModel
import KubeClient
import KubeModel
import Renderers
import SystemIO

/// Implements `skubectl rollout status`, which tells how far a rollout has come, until it is done.
struct RolloutStatusCommand: Command {
    static let revisionFlag = Flag(
        "revision", default: Int64(0), help: "Fail where the rollout is not that of this revision; 0 takes the newest.")
    static let timeoutFlag = Flag(
        "timeout", default: Duration.zero, help: "How long to follow the rollout; zero follows it to its end.")
    static let watchFlag = Flag(
        "watch", short: "w", default: true, help: "Follow the rollout until it is done, instead of telling once.")

    static let spec = CommandSpec(
        name: "status", usage: "(TYPE NAME | TYPE/NAME) [flags]", summary: "Show the status of the rollout",
        description: [
            "Show how far the newest rollout has come, and follow it until it is done.",
            "A rollout that begins meanwhile is followed instead; with --revision that is an error.",
        ],
        examples: [CommandExample("Follow the rollout of a deployment", "skubectl rollout status deployment/web")],
        flags: [revisionFlag, timeoutFlag, watchFlag] + RolloutTargets.flags
    ).completing(.dynamic(.resources))

    let selection: ResourceSelection
    let revision: Int64
    /// Nil is without limit.
    let timeout: Duration?
    let watches: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        selection = try RolloutTargets.selection(arguments)
        revision = try RolloutTargets.revision(arguments[Self.revisionFlag])
        let timeout = arguments[Self.timeoutFlag]
        self.timeout = timeout == .zero ? nil : timeout
        watches = arguments[Self.watchFlag]
    }

    func run(in context: CommandContext) async throws {
        let targets = try await ChangeTargets.read(selection, isTyped: true, in: context)
        guard let cluster = targets.cluster else { return }
        var errors: [any Error] = []
        for result in targets.results {
            do {
                guard let object = try result.get().selected else { continue }
                try await follow(object, cluster, context)
            } catch is CancellationError {
                throw CancellationError()
            } catch {
                errors.append(error)
            }
        }
        try CommandError.throwAll(errors)
        if targets.results.isEmpty {
            context.console.writeError("No resources found in \(cluster.namespace) namespace.\n")
        }
    }

    private func follow(_ object: SelectedObject, _ cluster: Cluster, _ context: CommandContext) async throws {
        guard let kind = RolloutKind(object.mapping.gvk) else {
            throw CommandError.failed(
                "no status viewer has been implemented for \(object.mapping.gvk.groupKindText)")
        }
        var wasPresent = false
        var shownVersion: String?
        let ending = try await ObjectWatches(cluster: cluster).follow(
            [object], limit: timeout, evaluate: { _, state in state },
            consume: { _, state in
                guard case .present(let value) = try state.get() else {
                    if wasPresent { throw CommandError.failed("object has been deleted") }
                    return false
                }
                wasPresent = true
                // A list that is made anew tells nothing new of what has not changed.
                let version = value["metadata"]?["resourceVersion"]?.string
                guard version == nil || version != shownVersion else { return false }
                shownVersion = version
                let status = try RolloutStatus(value, kind: kind, revision: revision)
                context.console.write(TerminalText.escaped(status.text))
                context.console.flush()
                return status.isDone || !watches
            })
        if ending == .timedOut { throw CommandError.failed("timed out waiting for the condition") }
    }
}
