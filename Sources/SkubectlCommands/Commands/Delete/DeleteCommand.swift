import CommandLineKit
import JSONModel
import KubeClient
import KubeModel
import Renderers
import StdlibExtensions
import SystemIO

/// Implements `skubectl delete`, which deletes resources and waits until they are gone.
struct DeleteCommand: Command {
    static let allFlag = Flag("all", default: false, help: "Delete all resources of the given types in the namespace.")
    static let cascadeFlag = Flag(
        "cascade", default: "background",
        help:
            "What becomes of dependents, such as the pods of a ReplicaSet: \"background\", \"orphan\" or \"foreground\"."
    ).implying("background").completing(.values(["background", "orphan", "foreground"]))
    static let forceFlag = Flag(
        "force", default: false,
        help: "Remove from the API at once, without waiting for a graceful end. What runs may go on running; "
            + "data may be lost.")
    static let gracePeriodFlag = Flag(
        "grace-period", default: -1,
        help: "Seconds a resource has to end by itself; negative leaves it to the resource, 1 means now, and 0 is only "
            + "possible with --force.")
    static let ignoreNotFoundFlag = Flag(
        "ignore-not-found", default: false,
        help: "Count what does not exist as deleted. The default is true with --all and selectors.")
    static let nowFlag = Flag("now", default: false, help: "Tell resources to end now; the same as --grace-period=1.")
    static let outputFlag = Flag("output", short: "o", default: "", help: "\"name\" prints resource/name only.")
        .completing(.values(["name"]))
    static let timeoutFlag = Flag(
        "timeout", default: Duration.zero,
        help: "How long to wait until resources are gone; zero waits as long as it takes.")
    static let interactiveFlag = Flag(
        "interactive", short: "i", default: false, help: "Show what would be deleted, and ask before it is.")
    static let rawFlag = Flag("raw", default: "", help: "Send DELETE to this path and show the server's answer.")
    static let waitFlag = Flag("wait", default: true, help: "Wait until the resources are gone, finalizers included.")

    static let spec = CommandSpec(
        name: "delete",
        usage: "([-f FILENAME] | TYPE [(NAME | -l label | --all)])",
        summary: "Delete resources by file names, stdin, resources and names, or by resources and label selector",
        description: [
            "Delete resources that manifests, names, or types and labels select.",
            """
            Many resources end gracefully: they get a signal and some time before they are stopped. --grace-period \
            changes that time, --now shortens it to a second, and --force does not wait at all.
            """,
        ],
        examples: [
            CommandExample("Delete what a manifest names", "skubectl delete -f pod.yaml"),
            CommandExample("Delete one pod and one service", "skubectl delete pod/web service/web"),
            CommandExample("Delete all pods whose label app is web", "skubectl delete pods -l app=web"),
            CommandExample("Delete a pod at once", "skubectl delete pod web --now"),
        ],
        flags: [
            allFlag, cascadeFlag, forceFlag, gracePeriodFlag, ignoreNotFoundFlag, nowFlag, outputFlag, timeoutFlag,
            waitFlag, interactiveFlag, rawFlag, DryRun.flag, ResourceSelection.selectorFlag,
            ResourceSelection.fieldSelectorFlag,
            ResourceSelection.allNamespacesFlag,
        ] + ResourceSelection.manifestFlags
    )
    .grouped(under: .basicIntermediate).suggested(for: "rm", "remove").completing(.dynamic(.resources))

    let selection: ResourceSelection
    let ignoresNotFound: Bool
    let isForced: Bool
    let options: DeletionOptions
    let waits: Bool
    let timeout: Duration
    let isInteractive: Bool
    let raw: RawRequest?

    init(_ arguments: ParsedArguments) throws(UsageError) {
        var selection = ResourceSelection(arguments)
        selection.all = arguments[Self.allFlag]
        selection.typesSelectAll = false
        selection.chunkSize = 0
        self.selection = selection
        let selectsMany = selection.all || !selection.labelSelector.isEmpty || !selection.fieldSelector.isEmpty
        ignoresNotFound =
            arguments[Self.ignoreNotFoundFlag] || (selectsMany && !arguments.wasSet(Self.ignoreNotFoundFlag))
        let cascade = try Cascade(arguments[Self.cascadeFlag])
        isForced = arguments[Self.forceFlag]
        let gracePeriod = try Self.gracePeriod(arguments)
        let dryRun = try DryRun(arguments)
        let output = arguments[Self.outputFlag]
        guard output.isEmpty || output == "name" else {
            throw .invalid("unexpected -o output mode: \(output). We only support '-o name'", hint: .none)
        }
        options = DeletionOptions(
            gracePeriod: gracePeriod, cascade: cascade, dryRun: dryRun, printsNamesOnly: output == "name",
            warnsOfScope: !selection.allNamespaces)
        waits = arguments[Self.waitFlag]
        timeout = arguments[Self.timeoutFlag]
        isInteractive = arguments[Self.interactiveFlag]
        if isForced, let gracePeriod, gracePeriod > 0 {
            throw .invalid("--force and --grace-period greater than 0 cannot be specified together", hint: .none)
        }
        let path = arguments[Self.rawFlag]
        if isInteractive, !path.isEmpty { throw .invalid("--interactive can not be used with --raw", hint: .none) }
        raw = try RawRequest(path: path, selection: selection, hasOutput: !output.isEmpty)
    }

    /// kubectl's reading of `--grace-period`, `--now` and `--force`: zero without force becomes one second.
    private static func gracePeriod(_ arguments: ParsedArguments) throws(UsageError) -> Int? {
        var seconds = arguments[gracePeriodFlag]
        let isForced = arguments[forceFlag]
        if arguments[nowFlag] {
            guard seconds == -1 else {
                throw .invalid("--now and --grace-period cannot be specified together", hint: .none)
            }
            seconds = 1
        }
        if seconds == 0, !isForced { seconds = 1 }
        if seconds < 0, isForced { seconds = 0 }
        return seconds < 0 ? nil : seconds
    }

    func run(in context: CommandContext) async throws {
        options.cascade.warnOfDeprecatedWord(in: context)
        if let raw { return try await raw.send("DELETE", in: context) }
        let cluster = try await context.cluster()
        let resolved = try await selection.resolve(in: cluster)
        if isForced, options.gracePeriod == 0 {
            context.warn(
                "Immediate deletion does not wait for confirmation that the running resource has been terminated. "
                    + "The resource may continue to run on the cluster indefinitely.")
        }
        let candidates = DeletionCandidates(
            selection: selection, cluster: cluster, context: context, resolved: resolved)
        var allowed: Set<SelectedObject>?
        if isInteractive {
            let preview = try await candidates.all()
            guard !preview.isEmpty else { return context.console.write("No resources found\n") }
            guard confirms(preview, context) else { return context.console.write("deletion is cancelled\n") }
            allowed = Set(preview)
        }
        let deletion = Deletion(options, cluster: cluster, context: context)
        try await deletion.delete(candidates) { allowed?.contains($0) ?? true }
        try CommandError.throwAll(deletion.errors.filter { !isIgnored($0) })
        if deletion.count == 0 { return context.console.write("No resources found\n") }
        guard waits, options.dryRun == .none else { return }
        let longest = timeout == .zero ? DeletionWait.asLongAsItTakes : timeout
        context.console.flush()
        try await DeletionWait(cluster: cluster, timeout: longest).wait(for: deletion.targets)
    }

    /// Shows what would be deleted and asks; only a "y" in the first word of the answer means yes.
    private func confirms(_ objects: [SelectedObject], _ context: CommandContext) -> Bool {
        context.console.write("You are about to delete the following \(objects.count) resource(s):\n")
        for object in objects {
            context.console.write("\(object.mapping.kindPrefix)/\(TerminalText.escaped(object.name))\n")
        }
        context.console.write("Do you want to continue? (y/N): ")
        context.console.flush()
        // An input that cannot be read is no yes.
        guard let line = try? context.console.readLine(limit: 1024) else { return false }
        let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        return words.count == 1 && words[0].lowercased() == "y"
    }

    /// Whether an error only says that something is gone already, and that may be so.
    private func isIgnored(_ error: any Error) -> Bool {
        guard ignoresNotFound else { return false }
        switch error {
        case ClientError.status(let status): return status.isNotFound
        case CommandError.onManifest(_, _, .status(let status)): return status.isNotFound
        default: return false
        }
    }
}
