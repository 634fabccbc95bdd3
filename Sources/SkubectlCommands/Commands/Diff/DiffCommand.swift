import CommandLineKit
import JSONModel
import KubeClient
import KubeModel
import StdlibExtensions
import SystemIO

/// Implements `skubectl diff`, which shows what `apply` would change.
struct DiffCommand: Command {
    static let concurrencyFlag = Flag(
        "concurrency", default: 1,
        help: "How many objects are worked on at once; more are where their order cannot matter anyway.")
    static let pruneFlag = Flag(
        "prune", default: false, help: "Also show what apply --prune would delete. Can be used with -l.")
    static let showManagedFieldsFlag = Flag(
        "show-managed-fields", default: false, help: "Compare metadata.managedFields too.")
    static let showSecretsFlag = Flag("show-secrets", default: false, help: "Show the values of secrets as they are.")

    static let spec = CommandSpec(
        name: "diff", usage: "-f FILENAME", summary: "Diff the live version against a would-be applied version",
        description: [
            "Compare objects as they are with what they would be if manifests were applied, in YAML.",
            """
            The program "diff" of the PATH compares, with -u and -N; KUBECTL_EXTERNAL_DIFF names another one, with its \
            options: KUBECTL_EXTERNAL_DIFF="colordiff -N -u".
            """,
            "The exit code is 0 without differences, 1 with differences, and more than 1 after a failure.",
        ],
        examples: [
            CommandExample("What would a manifest change?", "skubectl diff -f pod.yaml"),
            CommandExample("The same from standard input", "cat service.yaml | skubectl diff -f -"),
        ],
        flags: [
            concurrencyFlag, ApplyFlags.fieldManager, ApplyFlags.forceConflicts, pruneFlag, ApplyFlags.pruneAllowlist,
            ApplyFlags.serverSide, showManagedFieldsFlag, showSecretsFlag, ResourceSelection.selectorFlag,
        ] + ResourceSelection.manifestFlags
    ).grouped(under: .advanced)

    let selection: ResourceSelection
    let concurrency: Int
    let fieldManager: FieldManager
    /// How the server applies the object itself; nil where a patch is worked out here.
    let serverSide: ApplyCommand.ServerSide?
    let prune: PruneRequest?
    let showsManagedFields: Bool
    let showsSecrets: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        guard arguments.positionals.isEmpty else {
            throw .invalid("Unexpected args: [\(arguments.positionals.joined(separator: " "))]", hint: .helpAndExamples)
        }
        selection = ResourceSelection(arguments)
        guard selection.hasManifests else { throw .invalid("must specify one of -f and -k", hint: .none) }
        concurrency = max(arguments[Self.concurrencyFlag], SideBySide.usualWidth)
        fieldManager = ApplyFlags.manager(arguments)
        let forces = arguments[ApplyFlags.forceConflicts]
        serverSide =
            arguments[ApplyFlags.serverSide] ? ApplyCommand.ServerSide(forcesConflicts: forces, subresource: "") : nil
        if forces, serverSide == nil {
            throw .invalid("--force-conflicts only works with --server-side", hint: .none)
        }
        prune = arguments[Self.pruneFlag] ? PruneRequest(types: arguments[ApplyFlags.pruneAllowlist]) : nil
        showsManagedFields = arguments[Self.showManagedFieldsFlag]
        showsSecrets = arguments[Self.showSecretsFlag]
    }

    func run(in context: CommandContext) async throws {
        let cluster = try await context.cluster()
        let pruned = try await prune?.mappings(in: cluster) ?? []
        let folders = try DiffFolders(environment: context.environment)
        defer { folders.remove() }
        let run = DiffRun(command: self, cluster: cluster, context: context, folders: folders)
        try await run.write(pruning: pruned)
        let program = DiffProgram(environment: context.environment)
        context.console.flush()
        switch try await program.run(comparing: folders.live, with: folders.merged) {
        case .code(0): return
        case .code(1): throw CommandError.silent(exitCode: 1)
        case .code(let code): throw CommandError.failed("failed to run \(program.name.goQuoted): exit status \(code)")
        case .signal(let signal):
            throw CommandError.failed("failed to run \(program.name.goQuoted): signal: \(signal)")
        }
    }
}
