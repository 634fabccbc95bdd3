import CommandLineKit
import JSONModel
import KubeClient

/// Implements `skubectl annotate`, which sets, lists and removes the annotations of objects.
struct AnnotateCommand: Command {
    static let fieldManagerFlag = FieldManager.flag("kubectl-annotate")

    static let spec = CommandSpec(
        name: "annotate",
        usage: "[--overwrite] (-f FILENAME | TYPE NAME) KEY_1=VAL_1 ... KEY_N=VAL_N [--resource-version=version]",
        summary: "Update the annotations on a resource",
        description: [
            "Set annotations with KEY=VALUE, and remove them with KEY-.",
            """
            Annotations keep what is not there to select objects by: their values are texts of any kind, and may be \
            longer than those of labels.
            """,
            "An annotation that is there with another value is only replaced with --overwrite.",
        ],
        examples: [
            CommandExample("Set an annotation of a pod", "skubectl annotate pods web note='the front'"),
            CommandExample("Replace its value", "skubectl annotate --overwrite pods web note='the back'"),
            CommandExample("Set an annotation of all pods in the namespace", "skubectl annotate pods --all note=x"),
            CommandExample("Remove an annotation", "skubectl annotate pods web note-"),
            CommandExample("List the annotations of a pod", "skubectl annotate pods web --list"),
        ],
        flags: [fieldManagerFlag] + MetadataFlags.flags
    ).grouped(under: .settings).completing(.dynamic(.resources))

    let flags: MetadataFlags
    let changes: ChangeWords.Pairs
    let fieldManager: FieldManager

    init(_ arguments: ParsedArguments) throws(UsageError) {
        let words = try ChangeWords(arguments.positionals, noun: "annotation")
        flags = try MetadataFlags(arguments, resources: words.resources)
        changes = try words.pairs(noun: "annotation", allowingRemoval: true)
        fieldManager = FieldManager(arguments, Self.fieldManagerFlag)
        try flags.check(example: "rsrc")
        if changes.values.isEmpty, changes.removals.isEmpty, !flags.lists {
            throw .invalid("at least one annotation update is required", hint: .none)
        }
        let both = changes.removals.filter(changes.contains)
        guard both.isEmpty else {
            throw .invalid(
                "can not both modify and remove the following annotation(s) in the same command: "
                    + both.joined(separator: ", "), hint: .none)
        }
    }

    func run(in context: CommandContext) async throws {
        let targets = try await flags.targets(in: context)
        let changes = ObjectChanges(context: context, result: flags.result, dryRun: flags.dryRun)
        try await changes.run(targets) { target in
            try await change(target, isSingle: targets.isSingle, in: targets.cluster, as: context.commandLine)
        }
    }

    private func change(
        _ target: ChangeTargets.Target, isSingle: Bool, in cluster: Cluster?, as commandLine: String
    ) async throws -> ObjectChanges.Outcome {
        var old = target.value
        if !flags.resourceVersion.isEmpty, !flags.changesNothing { old["metadata"]?["resourceVersion"] = nil }
        let recorded = flags.changesNothing ? old : flags.cause.recorded(in: old, as: commandLine)
        let new = try Self.changed(recorded, changes, overwriting: flags.overwrites, flags.resourceVersion)
        if flags.lists {
            return ObjectChanges.Outcome(notes: flags.listing("annotations", of: new, isSingle: isSingle))
        }
        guard !flags.changesNothing, let cluster, let selected = target.selected else {
            return ObjectChanges.Outcome(object: new, operation: "annotated")
        }
        // An empty patch is sent, too: the server's answer is what is shown.
        var request = APIRequest.patch(selected.location, .merge, MetadataFlags.patch(from: old, to: new))
        request.parameters = flags.dryRun.parameters + fieldManager.parameters
        let answer = try await cluster.client.json(request, numbers: .normalizedAsGo)
        return ObjectChanges.Outcome(object: answer, operation: "annotated")
    }

    /// The object with the changes; throws where a value would be replaced that may not be.
    static func changed(
        _ object: JSONValue, _ changes: ChangeWords.Pairs, overwriting: Bool, _ resourceVersion: String
    ) throws -> JSONValue {
        var annotations = object["metadata"]?["annotations"]?.object ?? [:]
        if !overwriting {
            let conflicts = changes.values.compactMap { pair -> String? in
                // What the last change was for is replaced without being asked for.
                guard pair.name != ChangeCause.annotation, let value = annotations[pair.name]?.string,
                    value != pair.value
                else { return nil }
                return "'\(pair.name)' already has a value (\(value))"
            }
            guard conflicts.isEmpty else {
                throw CommandError.failed(
                    "--overwrite is false but found the following declared annotation(s): "
                        + conflicts.joined(separator: "; "))
            }
        }
        for pair in changes.values { annotations[pair.name] = .string(pair.value) }
        for key in changes.removals { annotations[key] = nil }
        var object = object
        object[path: "metadata", "annotations"] = .object(annotations)
        if !resourceVersion.isEmpty { object[path: "metadata", "resourceVersion"] = .string(resourceVersion) }
        return object
    }
}
