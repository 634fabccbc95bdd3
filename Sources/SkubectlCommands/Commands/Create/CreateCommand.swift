import CommandLineKit
import JSONModel
import KubeClient
import KubeModel
import Renderers
import StdlibExtensions
import SystemIO

/// Implements `skubectl create`, which creates the resources of manifests.
struct CreateCommand: Command {
    static let fieldManagerFlag = FieldManager.flag("kubectl-create")
    static let editFlag = Flag("edit", default: false, help: "Edit the resources before they are created.")
    static let rawFlag = Flag("raw", default: "", help: "Send the file to this path and show the server's answer.")
    static let saveConfigFlag = Flag(
        "save-config", default: false, help: "Keep the manifest in an annotation, for a later apply.")
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
            CommandExample("Edit a pod before it is created", "skubectl create -f pod.yaml --edit"),
            CommandExample("Show what would be created", "skubectl create -f pod.yaml --dry-run=client -o yaml"),
        ],
        flags: [
            editFlag, fieldManagerFlag, rawFlag, saveConfigFlag, validateFlag, DryRun.flag,
            EditOptions.windowsLineEndingsFlag, ResourceSelection.selectorFlag, ChangeCause.flag,
        ] + ResultPrinter.flags + ResourceSelection.manifestFlags
    )
    .grouped(under: .basicBeginner)
    .extendedByPlugins()
    .containing([
        CreateNamespaceCommand.self, CreateQuotaCommand.self, CreateSecretCommand.self, CreateConfigMapCommand.self,
        CreateServiceAccountCommand.self, CreateServiceCommand.self, CreateDeploymentCommand.self,
        CreateClusterRoleCommand.self, CreateClusterRoleBindingCommand.self, CreateRoleCommand.self,
        CreateRoleBindingCommand.self, CreatePodDisruptionBudgetCommand.self, CreatePriorityClassCommand.self,
        CreateJobCommand.self, CreateCronJobCommand.self, CreateIngressCommand.self, CreateTokenCommand.self,
    ])

    let selection: ResourceSelection
    let dryRun: DryRun
    let validation: FieldValidation
    let fieldManager: FieldManager
    let savesConfiguration: Bool
    let cause: ChangeCause
    let result: ResultPrinter
    let raw: RawRequest?
    /// How the objects are edited before; nil where they are not.
    let editing: EditOptions?

    init(_ arguments: ParsedArguments) throws(UsageError) {
        selection = ResourceSelection(arguments)
        guard selection.hasManifests else {
            if arguments.positionals.isEmpty { throw .invalid("must specify one of -f and -k", hint: .none) }
            throw .invalid("Unexpected args: [\(arguments.positionals.joined(separator: " "))]", hint: .helpAndExamples)
        }
        guard arguments.positionals.isEmpty else {
            throw .invalid("Unexpected args: [\(arguments.positionals.joined(separator: " "))]", hint: .helpAndExamples)
        }
        dryRun = try DryRun(arguments)
        validation = try FieldValidation(arguments[Self.validateFlag])
        fieldManager = FieldManager(arguments, Self.fieldManagerFlag).named
        cause = ChangeCause(arguments)
        savesConfiguration = arguments[Self.saveConfigFlag]
        result = ResultPrinter(arguments)
        var editing = EditOptions(arguments, validation: validation)
        editing.savesConfiguration = savesConfiguration
        // kubectl has the flag and passes it over.
        editing.hasWindowsLineEndings = false
        self.editing = arguments[Self.editFlag] ? editing : nil
        let path = arguments[Self.rawFlag]
        if !path.isEmpty, arguments[Self.editFlag] {
            throw .invalid("--raw and --edit are mutually exclusive", hint: .none)
        }
        raw = try RawRequest(path: path, selection: selection, hasOutput: !result.word.isEmpty)
        if raw != nil, !selection.labelSelector.isEmpty {
            throw .invalid("--raw and --selector (-l) are mutually exclusive", hint: .none)
        }
    }

    func run(in context: CommandContext) async throws {
        if let raw { return try await raw.send("POST", in: context) }
        var printer = try result.printer(
            ResultPrinter.Options(operation: "created\(dryRun.suffix)"), in: context)
        let cluster = try await context.cluster()
        if let editing { return try await edit(editing, in: cluster, context) }
        let check = ManifestValidation(validation, cluster: cluster, context: context)
        var selection = selection
        selection.words = []
        let reader = ManifestReader(
            cluster: cluster, selection: selection, context: context, validate: { await check.error(in: $0) })
        var stream = ConsoleStream(console: context.console)
        var count = 0
        let errors = try await reader.forEach { object in
            let created = try await InterruptedWork.naming(object.selected, "created") {
                try await create(object, in: cluster, as: context.commandLine)
            }
            count += 1
            try printer.print(created, into: &stream)
            context.console.flush()
        }
        try CommandError.throwAll(errors)
        if count == 0 { throw CommandError.failed("no objects passed to create") }
    }

    /// Has the user edit each object by itself, and creates what came of it.
    private func edit(_ options: EditOptions, in cluster: Cluster, _ context: CommandContext) async throws {
        let session = EditSession(options: options, result: result, cluster: cluster, context: context)
        let creation = EditedCreation(operation: "created\(dryRun.suffix)") { edited in
            dryRun == .client ? edited.value : try await send(edited.value, as: edited.selected, in: cluster)
        }
        var selection = selection
        selection.words = []
        let reader = ManifestReader(cluster: cluster, selection: selection, context: context)
        let errors = try await reader.forEach { object in
            try await session.run([EditedObject(value: object.value, selected: object.selected)], creation)
        }
        try CommandError.throwAll(errors)
    }

    /// Creates one object, and returns it as the server has it, or as it would be sent.
    private func create(
        _ object: ManifestReader.Object, in cluster: Cluster, as commandLine: String
    ) async throws -> JSONValue {
        let value = cause.recorded(in: LastApplied.renewed(object.value, adding: savesConfiguration), as: commandLine)
        if dryRun == .client { return value }
        do {
            return try await send(value, as: object.selected, in: cluster)
        } catch {
            throw CommandError.onManifest(verb: "creating", source: object.source, error)
        }
    }

    private func send(
        _ object: JSONValue, as selected: SelectedObject, in cluster: Cluster
    ) async throws(ClientError) -> JSONValue {
        try await cluster.create(
            object, as: selected, dryRun.parameters + fieldManager.parameters + [validation.parameter])
    }
}
