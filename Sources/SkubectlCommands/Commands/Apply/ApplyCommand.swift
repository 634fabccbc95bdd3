import CommandLineKit
import JSONModel
import KubeClient
import KubeModel
import StdlibExtensions
import SystemIO

/// Implements `skubectl apply`, which brings objects into the state that manifests describe.
struct ApplyCommand: Command {
    static let spec = CommandSpec(
        name: "apply", usage: "(-f FILENAME | -k DIRECTORY)",
        summary: "Apply a configuration to a resource by file name or stdin",
        description: [
            "Bring objects into the state that manifests in JSON or YAML describe, and create those that are missing.",
            """
            What was applied last is kept in an annotation of the object, so that fields that are taken out of the \
            manifest are taken out of the object too. Use apply on objects that were made with apply, or with \
            create --save-config.
            """,
        ],
        examples: [
            CommandExample("Apply a manifest", "skubectl apply -f ./pod.yaml"),
            CommandExample("Apply what comes through a pipe", "cat pod.json | skubectl apply -f -"),
            CommandExample(
                "Show what the server would make of it", "skubectl apply -f pod.yaml --dry-run=server -o yaml"),
            CommandExample(
                "Apply, and delete what has the label but is not in the file",
                "skubectl apply -f manifest.yaml --prune -l app=web"),
        ],
        flags: [
            ApplyFlags.all, ApplyFlags.applySet, ApplyFlags.fieldManager, ApplyFlags.force, ApplyFlags.forceConflicts,
            ApplyFlags.gracePeriod, ApplyFlags.openAPIPatch, ApplyFlags.overwrite, ApplyFlags.prune,
            ApplyFlags.pruneAllowlist, ApplyFlags.serverSide, ApplyFlags.subresource, ApplyFlags.timeout,
            ApplyFlags.wait, CreateCommand.validateFlag, DeleteCommand.cascadeFlag, DryRun.flag,
            ResourceSelection.selectorFlag, ChangeCause.flag,
        ] + ResultPrinter.flags + ResourceSelection.manifestFlags
    )
    .grouped(under: .advanced)
    .containing([
        ApplyEditLastAppliedCommand.self, ApplySetLastAppliedCommand.self, ApplyViewLastAppliedCommand.self,
    ])

    let selection: ResourceSelection
    let dryRun: DryRun
    let validation: FieldValidation
    let fieldManager: FieldManager
    let cause: ChangeCause
    let result: ResultPrinter
    let deletion: ApplyDeletion
    let serverSide: ServerSide?
    let forcesConflicts: Bool
    let overwrites: Bool
    let usesOpenAPI: Bool
    let subresource: String
    /// What is deleted where it is applied no more; nil for nothing.
    let prune: PruneRequest?
    /// The value of `--applyset`; empty for none.
    let applySet: String
    /// Whether `--applyset` was given, be it empty.
    let namesApplySet: Bool
    let all: Bool

    /// How an object is applied by the server.
    struct ServerSide: Sendable, Hashable {
        let forcesConflicts: Bool
        let subresource: String
    }

    init(_ arguments: ParsedArguments) throws(UsageError) {
        guard arguments.positionals.isEmpty else {
            throw .invalid("Unexpected args: [\(arguments.positionals.joined(separator: " "))]", hint: .helpAndExamples)
        }
        selection = ResourceSelection(arguments)
        dryRun = try DryRun(arguments)
        deletion = try ApplyDeletion(arguments)
        guard selection.hasManifests else { throw .invalid("must specify one of -f and -k", hint: .none) }
        validation = try FieldValidation(arguments[CreateCommand.validateFlag])
        fieldManager = ApplyFlags.manager(arguments)
        cause = ChangeCause(arguments)
        result = ResultPrinter(arguments)
        forcesConflicts = arguments[ApplyFlags.forceConflicts]
        subresource = arguments[ApplyFlags.subresource]
        serverSide =
            arguments[ApplyFlags.serverSide]
            ? ServerSide(forcesConflicts: forcesConflicts, subresource: subresource) : nil
        overwrites = arguments[ApplyFlags.overwrite]
        usesOpenAPI = arguments[ApplyFlags.openAPIPatch]
        prune = arguments[ApplyFlags.prune] ? PruneRequest(types: arguments[ApplyFlags.pruneAllowlist]) : nil
        applySet = arguments[ApplyFlags.applySet]
        namesApplySet = arguments.wasSet(ApplyFlags.applySet)
        all = arguments[ApplyFlags.all]
    }

    func run(in context: CommandContext) async throws {
        if namesApplySet, context.environment["KUBECTL_APPLYSET"]?.lowercased() != "true" {
            throw UsageError.unknownFlag(ApplyFlags.applySet.definition.name)
        }
        deletion.cascade.warnOfDeprecatedWord(in: context)
        let printers = try ApplyPrinters(result, dryRun: dryRun, context: context)
        let cluster = try await context.cluster()
        var set: ApplySet?
        if !applySet.isEmpty {
            set = ApplySet(parent: try await ApplySetParent(applySet, in: cluster), tool: "kubectl")
        }
        let pruned = try await prune?.mappings(in: cluster) ?? []
        try await check(set, pruned, cluster)
        let run = ApplyRun(command: self, cluster: cluster, context: context, printers: printers, set: set)
        try await run.apply(pruning: pruned)
    }

    /// Refuses flags that do not go together; the rules and their order are kubectl's.
    private func check(_ set: ApplySet?, _ pruned: [RESTMapping], _ cluster: Cluster) async throws {
        func refuse(_ sentence: String) -> CommandError { .failed(sentence) }
        if forcesConflicts, serverSide == nil { throw refuse("--force-conflicts only works with --server-side") }
        if dryRun == .client, serverSide != nil {
            throw refuse(
                "--dry-run=client doesn't work with --server-side (did you mean --dry-run=server instead?)")
        }
        if serverSide != nil, deletion.isForced { throw refuse("--force cannot be used with --server-side") }
        if dryRun == .server, deletion.isForced { throw refuse("--dry-run=server cannot be used with --force") }
        if all, !selection.labelSelector.isEmpty {
            throw refuse("cannot set --all and --selector at the same time")
        }
        if let set {
            if prune == nil { throw refuse("--applyset requires --prune") }
            try await set.parent.check(in: cluster)
        }
        if prune != nil {
            if deletion.isForced { throw refuse("--force cannot be used with --prune") }
            if set != nil {
                if all { throw refuse("--all is incompatible with --applyset") }
                if !selection.labelSelector.isEmpty { throw refuse("--selector is incompatible with --applyset") }
                if !pruned.isEmpty { throw refuse("--prune-allowlist is incompatible with --applyset") }
            } else {
                if !all, selection.labelSelector.isEmpty {
                    throw refuse(
                        "all resources selected for prune without explicitly passing --all. To prune all resources, "
                            + "pass the --all flag. If you did not mean to prune all resources, specify a label selector"
                    )
                }
                if serverSide != nil {
                    throw refuse(
                        "--prune is in alpha and doesn't currently work on objects created by server-side apply")
                }
            }
        }
        if !subresource.isEmpty, serverSide == nil {
            throw refuse("--subresource can only be specified for --server-side")
        }
    }
}
