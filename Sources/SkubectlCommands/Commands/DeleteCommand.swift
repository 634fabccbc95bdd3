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
            waitFlag, DryRun.flag, ResourceSelection.selectorFlag, ResourceSelection.fieldSelectorFlag,
            ResourceSelection.allNamespacesFlag,
        ] + ResourceSelection.manifestFlags
    )
    .grouped(under: .basicIntermediate).suggested(for: "rm", "remove").completing(.dynamic(.resources))

    let selection: ResourceSelection
    let ignoresNotFound: Bool
    /// In seconds; nil leaves it to the resource.
    let gracePeriod: Int?
    let isForced: Bool
    let cascade: Cascade
    let printsNamesOnly: Bool
    let waits: Bool
    let timeout: Duration
    let dryRun: DryRun

    init(_ arguments: ParsedArguments) throws(UsageError) {
        var selection = ResourceSelection(arguments)
        selection.all = arguments[Self.allFlag]
        selection.typesSelectAll = false
        selection.chunkSize = 0
        self.selection = selection
        let selectsMany = selection.all || !selection.labelSelector.isEmpty || !selection.fieldSelector.isEmpty
        ignoresNotFound =
            arguments[Self.ignoreNotFoundFlag] || (selectsMany && !arguments.wasSet(Self.ignoreNotFoundFlag))
        cascade = try Cascade(arguments[Self.cascadeFlag])
        isForced = arguments[Self.forceFlag]
        gracePeriod = try Self.gracePeriod(arguments)
        dryRun = try DryRun(arguments)
        let output = arguments[Self.outputFlag]
        guard output.isEmpty || output == "name" else {
            throw .invalid("unexpected -o output mode: \(output). We only support '-o name'", hint: .none)
        }
        printsNamesOnly = output == "name"
        waits = arguments[Self.waitFlag]
        timeout = arguments[Self.timeoutFlag]
        if isForced, let gracePeriod, gracePeriod > 0 {
            throw .invalid("--force and --grace-period greater than 0 cannot be specified together", hint: .none)
        }
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

    /// What becomes of dependents.
    struct Cascade: Sendable, Hashable {
        /// The word of `DeleteOptions`.
        let propagationPolicy: String
        /// What the flag was, where it was one of the booleans kubectl once took.
        let deprecatedWord: (String, String)?

        init(_ word: String) throws(UsageError) {
            switch word {
            case "background": (propagationPolicy, deprecatedWord) = ("Background", nil)
            case "foreground": (propagationPolicy, deprecatedWord) = ("Foreground", nil)
            case "orphan": (propagationPolicy, deprecatedWord) = ("Orphan", nil)
            default:
                guard let isOn = Bool(goText: word) else {
                    throw .invalid(
                        "invalid cascade value (\(word)). Must be \"background\", \"foreground\", or \"orphan\"",
                        hint: .none)
                }
                propagationPolicy = isOn ? "Background" : "Orphan"
                deprecatedWord = (word, isOn ? "background" : "orphan")
            }
        }

        static func == (left: Cascade, right: Cascade) -> Bool { left.propagationPolicy == right.propagationPolicy }
        func hash(into hasher: inout Hasher) { hasher.combine(propagationPolicy) }
    }

    func run(in context: CommandContext) async throws {
        if let (word, replacement) = cascade.deprecatedWord {
            context.console.writeError(
                "warning: --cascade=\(word) is deprecated (boolean value) and can be replaced with "
                    + "--cascade=\(replacement).\n")
        }
        let cluster = try await context.cluster()
        let resolved = try await selection.resolve(in: cluster)
        if isForced, gracePeriod == 0 {
            context.warn(
                "Immediate deletion does not wait for confirmation that the running resource has been terminated. "
                    + "The resource may continue to run on the cluster indefinitely.")
        }
        let (targets, errors) = try await delete(resolved, in: cluster, context)
        try CommandError.throwAll(errors)
        if targets.isEmpty {
            context.console.write("No resources found\n")
            return
        }
        guard waits, dryRun == .none else { return }
        let longest = timeout == .zero ? Self.oneWeek : timeout
        context.console.flush()
        try await DeletionWait(cluster: cluster, timeout: longest).wait(for: targets)
    }

    /// What kubectl takes for "as long as it takes".
    private static let oneWeek = Duration.seconds(168 * 3600)

    private func delete(
        _ resolved: ResourceSelection.Resolved, in cluster: Cluster, _ context: CommandContext
    ) async throws -> (targets: [DeletionWait.Target], errors: [any Error]) {
        var deletion = Deletion(command: self, cluster: cluster, context: context)
        switch resolved {
        case .manifests:
            let reader = ManifestReader(cluster: cluster, selection: selection, context: context)
            try await reader.forEach { object in
                try await deletion.delete(object.selected, source: object.source)
            } onError: {
                deletion.errors.append($0)
            }
        case .objects(let objects):
            for object in objects { await deletion.attempt(object) }
        case .collections(let mappings):
            let reader = ResourceReader(cluster: cluster, selection: selection)
            var found: [SelectedObject] = []
            deletion.errors +=
                try await reader.collections(mappings) { answer in
                    found += Self.objects(of: answer)
                } as [any Error]
            for object in found { await deletion.attempt(object) }
        }
        return (deletion.targets, deletion.errors.filter { !isIgnored($0) })
    }

    private static func objects(of answer: ResourceReader.Answer) -> [SelectedObject] {
        (answer.document["items"]?.array ?? []).map { item in
            SelectedObject(
                mapping: answer.mapping, namespace: item["metadata"]?["namespace"]?.string,
                name: item["metadata"]?["name"]?.string ?? "")
        }
    }

    private func isIgnored(_ error: any Error) -> Bool {
        guard ignoresNotFound else { return false }
        switch error {
        case ClientError.status(let status): return status.isNotFound
        case CommandError.onManifest(_, _, .status(let status)): return status.isNotFound
        default: return false
        }
    }

    /// The `DeleteOptions` of every request, as kubectl sends them.
    var options: JSONValue {
        var options: JSONValue = ["propagationPolicy": .string(cascade.propagationPolicy)]
        if let gracePeriod { options["gracePeriodSeconds"] = .number(JSONNumber(gracePeriod)) }
        if dryRun == .server { options["dryRun"] = ["All"] }
        return options
    }

    /// The line that tells of a deletion.
    func line(_ object: SelectedObject) -> String {
        let name = TerminalText.escaped(object.name)
        if printsNamesOnly { return "\(object.mapping.kindPrefix)/\(name)\n" }
        var operation = gracePeriod == 0 ? "force deleted" : "deleted"
        if let namespace = object.namespace { operation += " from \(namespace) namespace" }
        return "\(object.mapping.kindPrefix) \"\(name)\" \(operation)\(dryRun.suffix)\n"
    }
}

/// Deletes one object after another and remembers what there is to wait for.
private struct Deletion {
    let command: DeleteCommand
    let cluster: Cluster
    let context: CommandContext
    var targets: [DeletionWait.Target] = []
    var errors: [any Error] = []
    private var hasWarnedOfScope = false

    init(command: DeleteCommand, cluster: Cluster, context: CommandContext) {
        self.command = command
        self.cluster = cluster
        self.context = context
    }

    mutating func attempt(_ object: SelectedObject) async {
        do { try await delete(object, source: nil) } catch { errors.append(error) }
    }

    mutating func delete(_ object: SelectedObject, source: String?) async throws {
        warnOfScope(object)
        var uid = ""
        if command.dryRun != .client {
            do {
                let answer = try await cluster.client.json(.delete(object.location, options: command.options))
                uid = (answer["details"]?["uid"] ?? answer["metadata"]?["uid"])?.string ?? ""
            } catch {
                guard let source, case .status = error else { throw error }
                throw CommandError.onManifest(verb: "deleting", source: source, error)
            }
        }
        context.console.write(command.line(object))
        context.console.flush()
        targets.append(DeletionWait.Target(object: object, uid: uid))
    }

    private mutating func warnOfScope(_ object: SelectedObject) {
        guard cluster.namespaceIsExplicit, !command.selection.allNamespaces, !hasWarnedOfScope,
            !object.mapping.isNamespaced
        else { return }
        hasWarnedOfScope = true
        context.warn("deleting cluster-scoped resources, not scoped to the provided namespace")
    }
}
