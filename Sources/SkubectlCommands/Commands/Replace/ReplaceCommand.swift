import CommandLineKit
import JSONModel
import KubeClient
import Renderers
import StdlibExtensions
import SystemIO

/// Implements `skubectl replace`, which puts the objects of manifests in the place of those the server has.
struct ReplaceCommand: Command {
    static let fieldManagerFlag = FieldManager.flag("kubectl-replace")
    static let rawFlag = Flag(
        "raw", default: "", help: "Send the file with PUT to this path and show the server's answer.")
    static let subresourceFlag = Flag(
        "subresource", default: "", help: "Replace this subresource of the resources."
    ).completing(.values(["status", "scale", "resize"]))
    static let forceFlag = Flag(
        "force", default: false,
        help: "Delete what there is and create it anew. What runs is stopped; data may be lost.")
    static let gracePeriodFlag = Flag(
        "grace-period", default: -1,
        help: "Seconds a resource has to end by itself; negative leaves it to the resource. Only with --force.")
    static let timeoutFlag = Flag(
        "timeout", default: Duration.zero,
        help: "How long to wait until resources are gone; zero waits five minutes. Only with --force.")
    static let waitFlag = Flag(
        "wait", default: false, help: "Wait until the resources are gone, finalizers included, as long as it takes.")

    static let spec = CommandSpec(
        name: "replace", usage: "-f FILENAME", summary: "Replace a resource by file name or stdin",
        description: [
            "Replace resources with those of manifests, in JSON or in YAML.",
            "A manifest must be complete, as `skubectl get TYPE NAME -o yaml` shows it.",
        ],
        examples: [
            CommandExample("Replace a pod", "skubectl replace -f ./pod.yaml"),
            CommandExample("Replace what comes through a pipe", "cat pod.json | skubectl replace -f -"),
            CommandExample("Delete a pod and create it anew", "skubectl replace --force -f ./pod.yaml"),
        ],
        flags: [
            DeleteCommand.cascadeFlag, forceFlag, gracePeriodFlag, timeoutFlag, waitFlag, fieldManagerFlag, rawFlag,
            subresourceFlag, CreateCommand.saveConfigFlag, CreateCommand.validateFlag, DryRun.flag,
        ] + ResultPrinter.flags + ResourceSelection.manifestFlags
    ).grouped(under: .advanced)

    let selection: ResourceSelection
    let isForced: Bool
    let deletion: DeletionOptions
    /// Whether to wait as long as it takes before looking whether the resources are gone.
    let waits: Bool
    let timeout: Duration
    let dryRun: DryRun
    let validation: FieldValidation
    let fieldManager: FieldManager
    let savesConfiguration: Bool
    let result: ResultPrinter
    let raw: RawRequest?

    init(_ arguments: ParsedArguments) throws(UsageError) {
        var selection = ResourceSelection(arguments)
        selection.subresource = arguments[Self.subresourceFlag]
        self.selection = selection
        validation = try FieldValidation(arguments[CreateCommand.validateFlag])
        dryRun = try DryRun(arguments)
        result = ResultPrinter(arguments)
        let cascade = try Cascade(arguments[DeleteCommand.cascadeFlag])
        isForced = arguments[Self.forceFlag]
        timeout = arguments[Self.timeoutFlag]
        fieldManager = FieldManager(arguments, Self.fieldManagerFlag)
        savesConfiguration = arguments[CreateCommand.saveConfigFlag]
        // Zero seconds would leave things running; a second, and the wait, are kubectl's reading.
        let seconds = arguments[Self.gracePeriodFlag]
        waits = arguments[Self.waitFlag] || seconds == 0
        deletion = DeletionOptions(
            gracePeriod: seconds < 0 ? nil : max(seconds, 1), cascade: cascade, printsNamesOnly: result.word == "name")
        guard selection.hasManifests else { throw .invalid("must specify one of -f and -k", hint: .none) }
        if !isForced {
            if seconds >= 0 { throw .invalid("--grace-period must have --force specified", hint: .none) }
            if timeout != .zero { throw .invalid("--timeout must have --force specified", hint: .none) }
        } else if dryRun != .none {
            throw .invalid("--dry-run can not be used when --force is set", hint: .none)
        }
        raw = try RawRequest(path: arguments[Self.rawFlag], selection: selection, hasOutput: !result.word.isEmpty)
    }

    func run(in context: CommandContext) async throws {
        var printer = try result.printer(
            ResultPrinter.Options(operation: "replaced\(dryRun.suffix)"), in: context)
        deletion.cascade.warnOfDeprecatedWord(in: context)
        if let raw { return try await raw.send("PUT", in: context) }
        let cluster = try await context.cluster()
        let check = ManifestValidation(validation, cluster: cluster, context: context)
        var stream = ConsoleStream(console: context.console)
        var errors: [any Error] = []
        let show = { (outcome: Result<JSONValue, any Error>) in
            do {
                try printer.print(outcome.get(), into: &stream)
                context.console.flush()
            } catch {
                errors.append(error)
            }
        }
        if isForced {
            let objects = try await ForcedReplacement(self, cluster: cluster, context: context).deleted(check)
            for object in objects {
                do { show(.success(try await created(object, in: cluster))) } catch { show(.failure(error)) }
            }
            try CommandError.throwAll(errors)
            if objects.isEmpty { throw CommandError.failed("no objects passed to replace") }
            return
        }
        var selection = selection
        selection.words = []
        let reader = ManifestReader(
            cluster: cluster, selection: selection, context: context, validate: { await check.error(in: $0) })
        var faults: [any Error] = []
        try await OrderedSending<Result<JSONValue, any Error>>().run(
            { start in
                faults = try await reader.forEach { object in
                    await start(SendingOrder(object.selected)) { await replaced(object, in: cluster) }
                }
            }, consume: show)
        try CommandError.throwAll(errors + faults)
    }

    /// Replaces one object, and returns it as the server has it, or as it would be sent.
    private func replaced(
        _ object: ManifestReader.Object, in cluster: Cluster
    ) async -> Result<JSONValue, any Error> {
        let value = LastApplied.renewed(object.value, adding: savesConfiguration)
        if dryRun == .client { return .success(value) }
        var selected = object.selected
        selected.subresource = selection.subresource
        do {
            return .success(
                try await InterruptedWork.naming(selected, "replaced") {
                    try await put(value, at: selected, in: cluster)
                })
        } catch let error as ClientError {
            return .failure(CommandError.onManifest(verb: "replacing", source: object.source, error))
        } catch {
            return .failure(error)
        }
    }

    /// Puts an object in the place of the one that is there; it replaces that whatever its version is, unless it has one.
    private func put(
        _ object: JSONValue, at selected: SelectedObject, in cluster: Cluster
    ) async throws(ClientError) -> JSONValue {
        var value = object
        if (value["metadata"]?["resourceVersion"]?.string ?? "").isEmpty {
            value = await adding(versionOf: selected, to: value, in: cluster)
        }
        var request = APIRequest.replace(value, at: selected.location)
        request.parameters = dryRun.parameters + fieldManager.parameters + [validation.parameter]
        return try await cluster.client.json(request, numbers: .normalizedAsGo)
    }

    /// The object with the version that the server has, which it replaces whatever that is.
    private func adding(
        versionOf object: SelectedObject, to value: JSONValue, in cluster: Cluster
    ) async -> JSONValue {
        // What cannot be read is told by the request that follows.
        guard let current = try? await cluster.client.json(.get(object.location)),
            let version = current["metadata"]?["resourceVersion"]
        else { return value }
        var value = value
        value["metadata"]?["resourceVersion"] = version
        return value
    }

    /// Creates an object that was deleted before, and returns it as the server has it.
    private func created(_ object: ManifestReader.Object, in cluster: Cluster) async throws -> JSONValue {
        try await cluster.create(
            LastApplied.renewed(object.value, adding: savesConfiguration), as: object.selected,
            fieldManager.parameters + [validation.parameter])
    }
}
