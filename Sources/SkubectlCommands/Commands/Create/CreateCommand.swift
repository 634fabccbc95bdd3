import CommandLineKit
import JSONModel
import KubeClient
import KubeModel
import Manifests
import Renderers
import StdlibExtensions
import SystemIO

/// Implements `skubectl create`, which creates the resources of manifests.
struct CreateCommand: Command {
    static let fieldManagerFlag = Flag(
        "field-manager", default: "kubectl-create", help: "Name under which the fields' owner is recorded.")
    static let outputFlag = Flag(
        "output", short: "o", default: "", help: "Output format. One of: (json, yaml, name)."
    ).completing(.values(["json", "yaml", "name"]))
    static let saveConfigFlag = Flag(
        "save-config", default: false, help: "Keep the manifest in an annotation, for a later apply.")
    static let showManagedFieldsFlag = Flag(
        "show-managed-fields", default: false, help: "Keep metadata.managedFields in JSON and YAML.")
    static let validateFlag = Flag(
        "validate", default: "strict",
        help: "What becomes of fields the server does not know: \"strict\" (or true) refuses them, \"warn\" tells of "
            + "them, \"ignore\" (or false) drops them. Servers that cannot check leave it to the client."
    ).implying("strict").completing(.values(["strict", "warn", "ignore"]))

    static let spec = CommandSpec(
        name: "create", usage: "-f FILENAME", summary: "Create a resource from a file or from stdin",
        description: ["Create the resources of manifests, in JSON or in YAML."],
        examples: [
            CommandExample("Create a pod", "skubectl create -f ./pod.yaml"),
            CommandExample("Create what comes through a pipe", "cat pod.json | skubectl create -f -"),
            CommandExample("Show what would be created", "skubectl create -f pod.yaml --dry-run=client -o yaml"),
        ],
        flags: [
            fieldManagerFlag, outputFlag, saveConfigFlag, showManagedFieldsFlag, validateFlag, DryRun.flag,
            ResourceSelection.selectorFlag,
        ] + ResourceSelection.manifestFlags
    ).grouped(under: .basicBeginner).completing(.nothing)

    let selection: ResourceSelection
    let dryRun: DryRun
    let validation: FieldValidation
    let fieldManager: String
    let savesConfiguration: Bool
    let output: OutputFormat
    let showsManagedFields: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        selection = ResourceSelection(arguments)
        guard !selection.filenames.isEmpty else {
            if arguments.positionals.isEmpty { throw .invalid("must specify one of -f and -k", hint: .none) }
            throw .invalid("Unexpected args: [\(arguments.positionals.joined(separator: " "))]", hint: .helpAndExamples)
        }
        guard arguments.positionals.isEmpty else {
            throw .invalid("Unexpected args: [\(arguments.positionals.joined(separator: " "))]", hint: .helpAndExamples)
        }
        dryRun = try DryRun(arguments)
        validation = try FieldValidation(arguments[Self.validateFlag])
        fieldManager = arguments[Self.fieldManagerFlag]
        savesConfiguration = arguments[Self.saveConfigFlag]
        output = OutputFormat(arguments[Self.outputFlag])
        if let error = output.refusal(allowing: ["json", "name", "yaml"]) { throw error }
        showsManagedFields = arguments[Self.showManagedFieldsFlag]
    }

    func run(in context: CommandContext) async throws {
        let cluster = try await context.cluster()
        let clientValidation = ClientValidation(
            client: cluster.client, discovery: cluster.discovery, cache: cluster.cache)
        var selection = selection
        selection.words = []
        let reader = ManifestReader(
            cluster: cluster, selection: selection, context: context,
            validate: { document in
                let faults: [ValidationFault]
                switch validation {
                case .strict: faults = await clientValidation.faults(in: document.value, text: document.text)
                case .warn: faults = await warningFaults(of: document.value, clientValidation, context)
                case .ignore: faults = []
                }
                return faults.isEmpty ? nil : CommandError.invalidManifest(source: document.source.name, faults)
            })
        var printer = try output.objectPrinter(
            operation: "created\(dryRun.suffix)", showsManagedFields: showsManagedFields,
            allowing: ["json", "name", "yaml"])
        var stream = ConsoleStream(console: context.console)
        var count = 0
        let errors = try await reader.forEach { object in
            let created = try await create(object, in: cluster)
            count += 1
            try printer.print(created, into: &stream)
            context.console.flush()
        }
        try CommandError.throwAll(errors)
        if count == 0 { throw CommandError.failed("no objects passed to create") }
    }

    /// What keeps an object from being sent although unknown fields are only to be told of; a server that cannot tell
    /// of them makes a line in the log.
    private func warningFaults(
        of object: JSONValue, _ clientValidation: ClientValidation, _ context: CommandContext
    ) async -> [ValidationFault] {
        switch await clientValidation.checker(of: object) {
        case .server: return []
        case .nobody(let faults): return faults
        case .client:
            let log = DiagnosticLog(
                verbosity: context.global.verbosity, console: context.console, clock: context.clock)
            log.writePlain(
                0, "schema.go:145",
                "cannot perform warn validation if server-side field validation is unsupported, skipping validation",
                severity: .warning)
            return []
        }
    }

    /// Creates one object, and returns it as the server has it, or as it would be sent.
    private func create(_ object: ManifestReader.Object, in cluster: Cluster) async throws -> JSONValue {
        var value = object.value
        if savesConfiguration { value = LastApplied.annotated(value) }
        if dryRun == .client { return value }
        // Only the server sets it.
        if value["metadata"]?["resourceVersion"] != nil { value["metadata"]?["resourceVersion"] = nil }
        let collection = object.selected.mapping.location(namespace: object.selected.namespace)
        var request = APIRequest.create(value, in: collection)
        request.parameters =
            dryRun.parameters + [APIRequest.Parameter("fieldManager", fieldManager), validation.parameter]
        do {
            return try await cluster.client.json(request, numbers: .normalizedAsGo)
        } catch {
            throw CommandError.onManifest(verb: "creating", source: object.source, error)
        }
    }
}
