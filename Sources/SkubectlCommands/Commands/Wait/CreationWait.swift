import KubeClient
import KubeModel

/// Waits until there is something that a selection names, however much of it, as `--for=create` does.
struct CreationWait {
    let selection: ResourceSelection
    let context: CommandContext
    let cluster: Cluster
    let deadline: ContinuousClock.Instant

    /// Returns when all that is named, or something that is selected, is there; throws kubectl's time-out.
    func run() async throws {
        while try await !isThere() {
            guard ContinuousClock.now < deadline, try await comesInTime() else {
                throw CommandError.failed("timed out waiting for the condition")
            }
        }
    }

    private func isThere() async throws -> Bool {
        let targets = try await ChangeTargets.read(selection, in: context)
        if targets.results.contains(where: \.isNotFound), targets.errors.count == 1 { return false }
        try CommandError.throwAll(targets.errors)
        return !targets.results.isEmpty
    }

    /// Whether something new is there before the time is over.
    private func comesInTime() async throws -> Bool {
        let limit = deadline - ContinuousClock.now
        switch try await selection.resolve(in: cluster) {
        case .objects(let objects): return try await comes(objects, limit: limit)
        case .manifests:
            let manifests = ManifestReader(cluster: cluster, selection: selection, context: context)
            return try await comes(try await manifests.selectedObjects().found.map(\.selected), limit: limit)
        case .collections(let mappings): return try await comes(mappings, limit: limit)
        }
    }

    private func comes(_ objects: [SelectedObject], limit: Duration) async throws -> Bool {
        var missing = Set(objects.indices)
        let ending = try await ObjectWatches(cluster: cluster, form: .metadata).follow(
            objects, limit: limit,
            evaluate: { _, state in if case .present = state { true } else { false } },
            consume: { index, isThere in
                if try isThere.get() { missing.remove(index) }
                return missing.isEmpty
            })
        return ending == .satisfied
    }

    private func comes(_ mappings: [RESTMapping], limit: Duration) async throws -> Bool {
        var query = ListQuery()
        query.labelSelector = selection.labelSelector
        query.fieldSelector = selection.fieldSelector
        let watches = mappings.map {
            let location = $0.location(namespace: selection.namespace(in: cluster))
            return CollectionWatch(cluster.client, location, query: query, form: .metadata)
        }
        return try await FirstArrival(watches: watches, limit: limit).objects() != nil
    }
}
