import JSONModel
import KubeClient
import KubeModel
import SystemIO
import YAMLCodec

/// One run of `diff`: reads the manifests and writes both versions of their objects into folders.
struct DiffRun {
    let command: DiffCommand
    let cluster: Cluster
    let context: CommandContext
    let folders: DiffFolders

    /// Both versions of an object, with what is to be told of it.
    struct Outcome: Sendable {
        let object: SelectedObject
        let messages: ObjectMessages
        /// The uid of the live object; empty where it is not there.
        let uid: String
        let failure: (any Error)?
    }

    /// Writes the files; the first error ends it, as in kubectl.
    func write(pruning types: [RESTMapping]) async throws {
        let progress = ProgressLine("Comparing", console: context.console)
        let outcomes = Outcomes()
        let comparison = DiffComparison(
            command: command, schemas: ApplySchemas(cluster: cluster, usesServer: true), folders: folders)
        var reader = ManifestReader(cluster: cluster, selection: command.selection, context: context)
        reader.stopsAtError = true
        var faults: [any Error] = []
        try await progress.during {
            var sending = OrderedSending<Outcome>()
            sending.width = command.concurrency
            try await sending.run { start in
                faults = try await reader.forEach { object in
                    // What comes behind an error is not looked at.
                    if outcomes.failure != nil { throw CancellationError() }
                    await start(SendingOrder(object.selected)) { await comparison.compare(object, in: cluster) }
                }
            } consume: { outcome in
                progress.writing { outcomes.add(outcome, context) }
            }
        }
        try await writePruned(types, outcomes)
        if let failure = outcomes.failure ?? faults.first { throw failure }
    }

    /// Writes what pruning would delete as objects that would not be there; a failure is only told of.
    private func writePruned(_ types: [RESTMapping], _ outcomes: Outcomes) async throws {
        guard let prune = command.prune else { return }
        let log = context.log
        func warn(_ sentence: String) {
            log.writePlain(
                0, "diff.go:766", "pruning failed and could not be evaluated err: \(sentence)", severity: .warning)
        }
        let mappings: [RESTMapping]
        do { mappings = try await prune.types(types, in: cluster, context) } catch {
            return warn(ErrorReport.sentence(of: error, programName: "kubectl"))
        }
        let candidates = PruneCandidates(
            cluster: cluster, labelSelector: command.selection.labelSelector, kept: outcomes.uids)
        do throws(PruneCandidates.Failure) {
            let places = PruneCandidates.Place.all(mappings, namespaces: outcomes.namespaces)
            for candidate in try await candidates.find(in: places, needsAnnotation: true) {
                outcomes.pruned.append(candidate)
            }
        } catch {
            let scope = error.place.namespace == nil ? "nonNamespaced" : "namespaced"
            warn("error pruning \(scope) object \(error.place.mapping.gvk.text): \(error.error.message)")
        }
        for candidate in outcomes.pruned {
            let bytes = try YAMLEmitter.bytes(candidate.value)
            try folders.write(bytes, named: candidate.object.diffFileName, in: folders.live)
        }
    }
}

/// What is known of the objects that were compared.
private final class Outcomes {
    /// The first error.
    var failure: (any Error)?
    var uids: Set<String> = []
    var namespaces: Set<String> = []
    var pruned: [PruneCandidates.Candidate] = []

    func add(_ outcome: DiffRun.Outcome, _ context: CommandContext) {
        if failure != nil { return }
        if let namespace = outcome.object.namespace { namespaces.insert(namespace) }
        if !outcome.uid.isEmpty { uids.insert(outcome.uid) }
        outcome.messages.tell(in: context)
        failure = outcome.failure
    }
}

extension SelectedObject {
    /// The name of an object's file: group, version, kind, namespace and name.
    var diffFileName: String {
        let gvk = mapping.gvk
        let group = gvk.group.isEmpty ? "" : "\(gvk.group)."
        return "\(group)\(gvk.version).\(gvk.kind).\(namespace ?? "").\(name)"
    }
}
