import CommandLineKit
import KubeClient
import KubeConfig

/// What the commands below `set` have in common.
struct SetFlags: Sendable {
    static let allFlag = Flag("all", default: false, help: "Change all objects of the given types in the namespace.")
    static let localFlag = Flag("local", default: false, help: "Change the manifests' objects without asking a server.")
    static let fieldManagerFlag = FieldManager.flag("kubectl-set")
    static let containersFlag = Flag(
        "containers", short: "c", default: "*", help: "The names of the containers to change; may have wildcards.")

    static let flags: [any AnyFlag] =
        [allFlag, localFlag, fieldManagerFlag, DryRun.flag] + ResultPrinter.flags + ResourceSelection.manifestFlags
    /// Those of commands that can keep their command line, too.
    static let flagsWithCause = flags + [ChangeCause.flag]

    var selection: ResourceSelection
    let isForAll: Bool
    let isLocal: Bool
    let dryRun: DryRun
    let fieldManager: FieldManager
    let cause: ChangeCause
    let result: ResultPrinter

    /// - Parameter recursive: The flag `-R`, of which one command has another default.
    init(
        _ arguments: ParsedArguments, resources: [String], recursive: Flag<Bool> = ResourceSelection.recursiveFlag
    ) throws(UsageError) {
        dryRun = try DryRun(arguments)
        isForAll = arguments[Self.allFlag]
        isLocal = arguments[Self.localFlag]
        fieldManager = FieldManager(arguments, Self.fieldManagerFlag)
        cause = ChangeCause(arguments)
        result = ResultPrinter(arguments)
        var selection = ResourceSelection(arguments)
        selection.words = resources
        selection.isRecursive = arguments[recursive]
        selection.selectChanged(all: isForAll)
        self.selection = selection
    }

    /// Whether objects are only changed here, and nothing is sent.
    var changesNothing: Bool { isLocal || dryRun == .client }

    /// The objects as they are; throws where one cannot be read, before anything is changed.
    ///
    /// - Parameter refusingWords: Whether words are an error where no server is asked; otherwise they do not count.
    func targets(in context: CommandContext, refusingWords: Bool = true) async throws -> ChangeTargets {
        if isLocal {
            if refusingWords, !selection.words.isEmpty { throw SelectionError.localWithoutManifests }
            if !selection.hasManifests { throw SelectionError.nothing }
        }
        var targets = try await ChangeTargets.read(
            selection, from: isLocal ? .manifests : .server, isTyped: true, in: context)
        targets.keepTyped()
        return targets
    }

    /// The namespace that is meant where no server is asked.
    func namespace(in context: CommandContext) throws -> String {
        try context.configurationSource().namespace().name
    }

    /// The errors of flags that do not go together.
    var mismatches: [CommandError] {
        var errors: [CommandError] = []
        if isForAll, !selection.labelSelector.isEmpty {
            errors.append(.failed("cannot set --all and --selector at the same time"))
        }
        if isLocal, dryRun == .server {
            errors.append(
                .failed("cannot specify --local and --dry-run=server - did you mean --dry-run=client?"))
        }
        return errors
    }
}
