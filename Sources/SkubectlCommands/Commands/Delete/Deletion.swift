import JSONModel
import KubeClient
import SystemIO

/// Deletes objects, side by side where their order cannot matter, tells of them in order, and remembers what there is to
/// wait for.
final class Deletion {
    private let options: DeletionOptions
    private let cluster: Cluster
    private let context: CommandContext
    /// How many objects there were to delete, whatever became of them.
    private(set) var count = 0
    private(set) var targets: [DeletionWait.Target] = []
    private(set) var errors: [any Error] = []
    private var hasWarnedOfScope = false

    init(_ options: DeletionOptions, cluster: Cluster, context: CommandContext) {
        self.options = options
        self.cluster = cluster
        self.context = context
    }

    /// Deletes all candidates but those that `isAllowed` leaves out.
    func delete(_ candidates: DeletionCandidates, isAllowed: (SelectedObject) -> Bool) async throws {
        var faults: [any Error] = []
        let (options, client) = (options, cluster.client)
        try await OrderedSending<Result<DeletionWait.Target, any Error>>().run(
            { start in
                faults = try await candidates.forEach { candidate in
                    guard isAllowed(candidate.object) else { return }
                    count += 1
                    warnOfScope(candidate.object)
                    await start(SendingOrder(candidate.object)) {
                        do {
                            return .success(
                                try await InterruptedWork.naming(candidate.object, "deleted") {
                                    try await Self.send(candidate, options, client)
                                })
                        } catch {
                            return .failure(error)
                        }
                    }
                }
            }, consume: note)
        if Task.isCancelled {
            try CommandError.throwAll(errors)
            // All are deleted, and it remains to say so.
            context.console.writeLastWords("")
            throw CancellationError()
        }
        if case .collections = candidates.resolved { errors = faults + errors } else { errors += faults }
    }

    private static func send(
        _ candidate: DeletionCandidates.Candidate, _ options: DeletionOptions, _ client: APIClient
    ) async throws -> DeletionWait.Target {
        let object = candidate.object
        guard options.dryRun != .client else { return DeletionWait.Target(object: object, uid: "") }
        do throws(ClientError) {
            let answer = try await client.json(.delete(object.location, options: options.document))
            let uid = (answer["details"]?["uid"] ?? answer["metadata"]?["uid"])?.string ?? ""
            return DeletionWait.Target(object: object, uid: uid)
        } catch {
            guard let source = candidate.source, !ErrorReport.isCancellation(error) else { throw error }
            throw CommandError.onManifest(verb: "deleting", source: source, error)
        }
    }

    private func note(_ result: Result<DeletionWait.Target, any Error>) {
        switch result {
        case .failure(let error): errors.append(error)
        case .success(let target):
            context.console.write(options.line(target.object))
            context.console.flush()
            targets.append(target)
        }
    }

    private func warnOfScope(_ object: SelectedObject) {
        guard cluster.namespaceIsExplicit, options.warnsOfScope, !hasWarnedOfScope,
            !object.mapping.isNamespaced
        else { return }
        hasWarnedOfScope = true
        context.warn("deleting cluster-scoped resources, not scoped to the provided namespace")
    }
}
