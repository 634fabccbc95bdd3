import CommandLineKit
import KubeClient

/// Implements `skubectl edit`, which has the user edit resources of the server in a file.
struct EditCommand: Command {
    static let fieldManagerFlag = FieldManager.flag("kubectl-edit")
    static let outputPatchFlag = Flag("output-patch", default: false, help: "Show the patch of each resource edited.")
    static let saveConfigFlag = CreateCommand.saveConfigFlag
    static let subresourceFlag = Flag("subresource", default: "", help: "Edit this subresource of the named resources.")
    static let validateFlag = CreateCommand.validateFlag

    static let spec = CommandSpec(
        name: "edit", usage: "(RESOURCE/NAME | -f FILENAME)", summary: "Edit a resource on the server",
        description: [
            """
            Open resources of the server in an editor, and send what was changed in them when it is closed. Several \
            resources stand in one file, as a list. With -f, the manifests only say which resources are meant.
            """,
            """
            The editor is the program of KUBE_EDITOR, of EDITOR, or vi. One with arguments in quotes is run by the shell \
            that SHELL names, by default /bin/bash.
            """,
            """
            The file is opened again when the server refuses a resource as invalid, with the reasons in comments. \
            Changes that cannot be sent stay in the file, whose path is told.
            """,
        ],
        examples: [
            CommandExample("Edit a service", "skubectl edit service/web"),
            CommandExample("Choose the editor", "KUBE_EDITOR=nano skubectl edit service/web"),
            CommandExample("Edit a job in JSON", "skubectl edit job.v1.batch/backup -o json"),
            CommandExample(
                "Keep what was edited for a later apply", "skubectl edit deployment/web --save-config"),
            CommandExample("Edit the status of a deployment", "skubectl edit deployment web --subresource=status"),
        ],
        flags: [
            fieldManagerFlag, outputPatchFlag, saveConfigFlag, subresourceFlag, validateFlag,
            EditOptions.windowsLineEndingsFlag, ChangeCause.flag,
        ] + ResultPrinter.flags + ResourceSelection.manifestFlags
    )
    .grouped(under: .basicIntermediate).completing(.dynamic(.resources))

    let selection: ResourceSelection
    let options: EditOptions
    let fieldManager: FieldManager
    let result: ResultPrinter
    let printsPatch: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        var selection = ResourceSelection(arguments)
        selection.subresource = arguments[Self.subresourceFlag]
        selection.chunkSize = 0
        self.selection = selection
        var options = EditOptions(arguments, validation: try FieldValidation(arguments[Self.validateFlag]))
        options.savesConfiguration = arguments[Self.saveConfigFlag]
        self.options = options
        fieldManager = FieldManager(arguments, Self.fieldManagerFlag).named
        result = ResultPrinter(arguments)
        printsPatch = arguments[Self.outputPatchFlag]
    }

    func run(in context: CommandContext) async throws {
        let cluster = try await context.cluster()
        let objects = try await EditSelection(selection: selection, cluster: cluster, context: context).objects()
        if objects.isEmpty { throw EditError.noObjects }
        let changes = EditedChanges(
            cluster: cluster, context: context, parameters: fieldManager.parameters + [options.validation.parameter],
            subresource: selection.subresource, printsPatch: printsPatch)
        let session = EditSession(options: options, result: result, cluster: cluster, context: context)
        try await session.run(objects, changes)
    }
}
