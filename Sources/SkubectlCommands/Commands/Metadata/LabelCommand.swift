import CommandLineKit
import JSONModel
import KubeClient
import KubeModel
import StdlibExtensions

/// Implements `skubectl label`, which sets, lists and removes the labels of objects.
struct LabelCommand: Command {
    static let fieldManagerFlag = FieldManager.flag("kubectl-label")

    static let spec = CommandSpec(
        name: "label",
        usage: "[--overwrite] (-f FILENAME | TYPE NAME) KEY_1=VAL_1 ... KEY_N=VAL_N [--resource-version=version]",
        summary: "Update the labels on a resource",
        description: [
            "Set labels with KEY=VALUE, and remove them with KEY-.",
            """
            Keys and values begin and end with a letter or a digit and have letters, digits, dashes, points and \
            underscores between, at most 63 of them. Before a key may stand a DNS subdomain and a slash.
            """,
            "A label that is there with another value is only replaced with --overwrite.",
        ],
        examples: [
            CommandExample("Set a label of a pod", "skubectl label pods web tier=front"),
            CommandExample("Replace its value", "skubectl label --overwrite pods web tier=back"),
            CommandExample("Set a label of all pods in the namespace", "skubectl label pods --all tier=front"),
            CommandExample("Remove a label", "skubectl label pods web tier-"),
            CommandExample("Set a label in a manifest", "skubectl label --local -f pod.yaml tier=front -o yaml"),
        ],
        flags: [fieldManagerFlag] + MetadataFlags.flags
    ).grouped(under: .settings).completing(.dynamic(.resources))

    let flags: MetadataFlags
    let changes: ChangeWords.Pairs
    let fieldManager: FieldManager

    init(_ arguments: ParsedArguments) throws(UsageError) {
        let words = try ChangeWords(arguments.positionals, noun: "label")
        flags = try MetadataFlags(arguments, resources: words.resources)
        changes = try Self.labels(words.changes)
        fieldManager = FieldManager(arguments, Self.fieldManagerFlag)
        if flags.lists, !flags.result.word.isEmpty {
            throw .invalid("--list and --output may not be specified together", hint: .none)
        }
        try flags.check(example: "pod")
        if changes.values.isEmpty, changes.removals.isEmpty, !flags.lists {
            throw .invalid("at least one label update is required", hint: .none)
        }
    }

    /// Reads the changes; a value is checked here, a key by the server.
    static func labels(_ words: [String]) throws(UsageError) -> ChangeWords.Pairs {
        var pairs = ChangeWords.Pairs()
        for word in words {
            guard word.contains("=") else {
                pairs.removals.append(String(word.dropLast()))
                continue
            }
            let parts = word.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else { throw .invalid("invalid label spec: \(word)", hint: .none) }
            let faults = LabelSyntax.faults(ofValue: parts[1])
            guard faults.isEmpty else {
                throw .invalid(
                    "invalid label value: \(word.goQuoted): \(faults.map(\.message).joined(separator: ";"))",
                    hint: .none)
            }
            pairs.set(parts[0], parts[1])
        }
        if pairs.removals.contains(where: pairs.contains) {
            throw .invalid("can not both modify and remove a label in the same command", hint: .none)
        }
        return pairs
    }

    func run(in context: CommandContext) async throws {
        let targets = try await flags.targets(in: context)
        let changes = ObjectChanges(
            context: context, result: flags.result, dryRun: flags.dryRun, printsApart: true)
        try await changes.run(targets) { target in
            try await change(target, isSingle: targets.isSingle, in: targets.cluster, as: context.commandLine)
        }
    }

    private func change(
        _ target: ChangeTargets.Target, isSingle: Bool, in cluster: Cluster?, as commandLine: String
    ) async throws -> ObjectChanges.Outcome {
        var old = target.value
        // So that the patch carries the version that is asked for.
        if !flags.resourceVersion.isEmpty { old["metadata"]?["resourceVersion"] = nil }
        var (new, change) = try Self.changed(old, changes, overwriting: flags.overwrites, flags.resourceVersion)
        if flags.lists {
            return ObjectChanges.Outcome(notes: flags.listing("labels", of: new, isSingle: isSingle))
        }
        if !flags.changesNothing { new = flags.cause.recorded(in: new, as: commandLine) }
        var outcome = ObjectChanges.Outcome(object: new, operation: change.rawValue)
        guard !flags.changesNothing, let cluster, let selected = target.selected else { return outcome }
        let labels = old["metadata"]?["labels"]?.object ?? [:]
        for key in changes.removals where !labels.contains(key: key) {
            outcome.notes += "label \(key.goQuoted) not found.\n"
        }
        if change != .none {
            var request = APIRequest.patch(selected.location, .merge, MetadataFlags.patch(from: old, to: new))
            request.parameters = flags.dryRun.parameters + fieldManager.parameters
            _ = try await cluster.client.json(request)
        }
        return outcome
    }

    /// What became of an object's labels.
    enum Change: String {
        case none = "not labeled"
        case added = "labeled"
        case removed = "unlabeled"
        case both = "modified"
    }

    /// The object with the changes; throws where a value would be replaced that may not be.
    static func changed(
        _ object: JSONValue, _ changes: ChangeWords.Pairs, overwriting: Bool, _ resourceVersion: String
    ) throws -> (JSONValue, Change) {
        var labels = object["metadata"]?["labels"]?.object ?? [:]
        if !overwriting {
            let conflicts = changes.values.compactMap { pair in
                labels[pair.name]?.string.flatMap { $0 == pair.value ? nil : (pair.name, $0) }
            }
            try CommandError.throwAll(
                conflicts.map { CommandError.failed("'\($0)' already has a value (\($1)), and --overwrite is false") })
        }
        var hasAdded = false
        var hasRemoved = false
        for pair in changes.values where labels[pair.name]?.string != pair.value {
            labels[pair.name] = .string(pair.value)
            hasAdded = true
        }
        for key in changes.removals where labels.removeValue(forKey: key) != nil { hasRemoved = true }
        var object = object
        object[path: "metadata", "labels"] = .object(labels)
        if !resourceVersion.isEmpty { object[path: "metadata", "resourceVersion"] = .string(resourceVersion) }
        let change: Change = hasAdded ? (hasRemoved ? .both : .added) : (hasRemoved ? .removed : .none)
        return (object, change)
    }
}
