import CommandLineKit
import JSONModel
import KubeClient
import KubeModel
import Renderers
import SystemIO

/// Implements `skubectl rollout undo`, which goes back to an earlier revision.
struct RolloutUndoCommand: Command {
    static let revisionFlag = Flag(
        "to-revision", default: Int64(0), help: "The revision to go back to; 0 is the one before the newest.")

    static let spec = CommandSpec(
        name: "undo", usage: "(TYPE NAME | TYPE/NAME) [flags]", summary: "Undo a previous rollout",
        description: ["Give a workload the pod template of an earlier revision; that makes a new rollout."],
        examples: [
            CommandExample("Go back to the revision before", "skubectl rollout undo deployment/web"),
            CommandExample("Go back to a revision", "skubectl rollout undo daemonset/agent --to-revision=3"),
            CommandExample(
                "Ask the server without changing anything", "skubectl rollout undo deployment/web --dry-run=server"),
        ],
        flags: [revisionFlag, DryRun.flag] + RolloutTargets.flags + ResultPrinter.flags
    ).completing(.dynamic(.resources))

    let selection: ResourceSelection
    let revision: Int64
    let dryRun: DryRun
    let result: ResultPrinter

    init(_ arguments: ParsedArguments) throws(UsageError) {
        selection = try RolloutTargets.selection(arguments)
        revision = arguments[Self.revisionFlag]
        dryRun = try DryRun(arguments)
        result = ResultPrinter(arguments)
    }

    func run(in context: CommandContext) async throws {
        let targets = try await ChangeTargets.read(selection, isTyped: true, in: context)
        guard let cluster = targets.cluster else { return }
        let rollback = Rollback(cluster: cluster, revision: revision, dryRun: dryRun)
        var stream = ConsoleStream(console: context.console)
        var errors: [any Error] = []
        for target in targets.results {
            do {
                let target = try target.get()
                guard let selected = target.selected else { continue }
                warnOfApply(target, selected, context)
                let kind = try RolloutHistoryCommand.kind(
                    selected.mapping.gvk, failure: "error retrieving rollbacker for")
                let operation = try await rollback.run(kind, target.value, selected)
                let options = ResultPrinter.Options(operation: operation + dryRun.suffix, sortsKeys: false)
                var printer = try result.printer(options, in: context)
                try printer.print(TypedObject.normalized(target.value), into: &stream)
                context.console.flush()
            } catch is CancellationError {
                throw CancellationError()
            } catch {
                errors.append(error)
            }
        }
        try CommandError.throwAll(errors)
    }

    private func warnOfApply(_ target: ChangeTargets.Target, _ selected: SelectedObject, _ context: CommandContext) {
        guard LastApplied.configuration(of: target.value) != nil else { return }
        let (name, program) = ("\(selected.mapping.gvr.resource)/\(selected.name)", context.programName)
        context.console.writeError(
            TerminalText.escaped(
                "Warning: resource \(name) was previously managed with '\(program) apply'. Rolling back will not update "
                    + "the \(LastApplied.annotation) annotation, which may cause unexpected behavior on future "
                    + "'\(program) apply' operations. Consider using '\(program) apply' with your previous configuration "
                    + "file instead.\n"))
    }
}
