import CommandLineKit
import KubeClient

/// Implements `skubectl apply edit-last-applied`, which has the user edit what resources' annotations say was applied.
struct ApplyEditLastAppliedCommand: Command {
    static let fieldManagerFlag = FieldManager.flag("kubectl-client-side-apply")
    static let validateFlag = CreateCommand.validateFlag

    static let spec = CommandSpec(
        name: "edit-last-applied", usage: "(RESOURCE/NAME | -f FILENAME)",
        summary: "Edit latest last-applied-configuration annotations of a resource/object",
        description: [
            """
            Open the configurations in an editor that resources were last applied with, as their annotations hold them, \
            and write them back when it is closed. The resources themselves stay as they are.
            """,
            "The editor is the program of KUBE_EDITOR, of EDITOR, or vi.",
        ],
        examples: [
            CommandExample(
                "Edit the configuration of a deployment", "skubectl apply edit-last-applied deployment/web"),
            CommandExample(
                "Edit what a manifest names, in JSON", "skubectl apply edit-last-applied -f web.yaml -o json"),
        ],
        flags: [fieldManagerFlag, validateFlag, EditOptions.windowsLineEndingsFlag, ChangeCause.flag]
            + ResultPrinter.flags + ResourceSelection.manifestFlags
    )
    .completing(.dynamic(.resources))

    let selection: ResourceSelection
    let options: EditOptions
    let fieldManager: FieldManager
    let result: ResultPrinter

    init(_ arguments: ParsedArguments) throws(UsageError) {
        var selection = ResourceSelection(arguments)
        selection.chunkSize = 0
        self.selection = selection
        options = EditOptions(arguments, validation: try FieldValidation(arguments[Self.validateFlag]))
        fieldManager = FieldManager(arguments, Self.fieldManagerFlag).named
        result = ResultPrinter(arguments)
    }

    func run(in context: CommandContext) async throws {
        let cluster = try await context.cluster()
        let objects = try await EditSelection(selection: selection, cluster: cluster, context: context).objects()
        var applied: [EditedObject] = []
        for object in objects {
            guard let text = LastApplied.configuration(of: object.value) else { continue }
            let (configurations, errors) = await EditedObject.reading(Array(text.utf8), in: cluster)
            try CommandError.throwAll(errors)
            if let configuration = configurations.first { applied.append(configuration) }
        }
        if applied.isEmpty { throw EditError.neverApplied }
        let session = EditSession(
            options: options, subject: .lastApplied, result: result, cluster: cluster, context: context)
        let parameters = fieldManager.parameters + [options.validation.parameter]
        try await session.run(applied, LastAppliedChanges(cluster: cluster, parameters: parameters))
    }
}
