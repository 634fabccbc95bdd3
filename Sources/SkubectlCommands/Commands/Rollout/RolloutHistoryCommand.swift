import CommandLineKit
import JSONModel
import KubeClient
import KubeModel
import Renderers
import StdlibExtensions

/// Implements `skubectl rollout history`, which lists the revisions of workloads, or shows one of them.
struct RolloutHistoryCommand: Command {
    static let revisionFlag = Flag(
        "revision", default: Int64(0), help: "Show this revision with its pod template, instead of all.")

    static let spec = CommandSpec(
        name: "history", usage: "(TYPE NAME | TYPE/NAME) [flags]", summary: "View rollout history",
        description: ["Show which revisions of a workload there are to go back to, or what one of them is like."],
        examples: [
            CommandExample("List the revisions of a deployment", "skubectl rollout history deployment/web"),
            CommandExample("Show one revision", "skubectl rollout history daemonset/agent --revision=3"),
        ],
        flags: [revisionFlag] + RolloutTargets.flags + ResultPrinter.flags
    ).completing(.dynamic(.resources))

    let selection: ResourceSelection
    let revision: Int64
    let result: ResultPrinter

    init(_ arguments: ParsedArguments) throws(UsageError) {
        selection = try RolloutTargets.selection(arguments)
        revision = try RolloutTargets.revision(arguments[Self.revisionFlag])
        result = ResultPrinter(arguments)
    }

    func run(in context: CommandContext) async throws {
        let targets = try await ChangeTargets.read(selection, isTyped: true, in: context)
        let options = ResultPrinter.Options(sortsKeys: false)
        var printer = result.isDefault && !result.wasSet ? nil : try result.printer(options, in: context)
        guard let cluster = targets.cluster else { return }
        var stream = ConsoleStream(console: context.console)
        var errors: [any Error] = []
        for target in targets.results {
            do {
                let target = try target.get()
                guard let selected = target.selected else { continue }
                let kind = try Self.kind(selected.mapping.gvk, failure: "error retrieving history for")
                let history = try await RevisionHistory.read(kind, of: target.value, in: cluster)
                if result.wasSet {
                    for object in try shown(of: history) { try printer?.print(object, into: &stream) }
                    continue
                }
                let text = try history.text(revision: revision)
                if printer == nil {
                    tell(text, of: target, into: &stream)
                } else {
                    // A template alone is one for the workload, from kubectl too.
                    try printer?.print(target.value, into: &stream)
                }
            } catch is CancellationError {
                throw CancellationError()
            } catch {
                errors.append(error)
            }
        }
        try CommandError.throwAll(errors)
    }

    /// The kind of a workload; throws kubectl's sentence for kinds without revisions.
    static func kind(_ gvk: GroupVersionKind, failure: String) throws(CommandError) -> RolloutKind {
        if let kind = RolloutKind(gvk) { return kind }
        let text = gvk.groupKindText
        guard knownKinds.contains(gvk.kind), ["apps", "extensions", "batch", ""].contains(gvk.group) else {
            throw .failed("\(failure) \(text.goQuoted), no visitor method exists for {\(gvk.group) \(gvk.kind)}")
        }
        throw .failed(
            failure.contains("rollbacker")
                ? "no rollbacker has been implemented for \(text.goQuoted)"
                : "no history viewer has been implemented for \(text.goQuoted)")
    }

    /// Kinds that kubectl knows as workloads, and that have no revisions.
    private static let knownKinds: Set = ["Job", "Pod", "ReplicaSet", "ReplicationController", "CronJob"]

    private func shown(of history: RevisionHistory) throws(CommandError) -> [JSONValue] {
        guard revision > 0 else { return history.revisions.map(history.object) }
        guard let found = history.revision(revision) else { throw RevisionHistory.unknown }
        return [history.object(of: found)]
    }

    private func tell(_ text: String, of target: ChangeTargets.Target, into stream: inout ConsoleStream) {
        let note = revision > 0 ? "with revision #\(revision)" : ""
        NamePrinter(operation: "\(note)\n\(text)").print(target.value, into: &stream)
    }
}
