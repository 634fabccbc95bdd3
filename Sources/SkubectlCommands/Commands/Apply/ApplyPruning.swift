import JSONModel
import KubeClient
import KubeModel
import Renderers
import StdlibExtensions
import Synchronization
import SystemIO

/// Deletes what was applied before and is not among the manifests now.
///
/// All that is to be deleted is known before anything is.
struct ApplyPruning {
    let command: ApplyCommand
    let cluster: Cluster
    let context: CommandContext
    let printers: ApplyPrinters

    /// Deletes objects of the types that client-side apply has made and whose uids are not among `kept`.
    func prune(_ mappings: [RESTMapping], namespaces: Set<String>, keeping kept: Set<String>) async throws {
        @Sendable func failed(_ place: PruneCandidates.Place, _ error: ClientError) -> CommandError {
            let scope = place.namespace == nil ? "nonNamespaced" : "namespaced"
            return .failed("error pruning \(scope) object \(place.mapping.gvk.text): \(error.message)")
        }
        let candidates = PruneCandidates(
            cluster: cluster, labelSelector: command.selection.labelSelector, kept: kept)
        let found: [PruneCandidates.Candidate]
        do throws(PruneCandidates.Failure) {
            let places = PruneCandidates.Place.all(mappings, namespaces: namespaces)
            found = try await candidates.find(in: places, needsAnnotation: true)
        } catch {
            throw failed(error.place, error.error)
        }
        try await delete(found, asOneOutput: false) { object, error in
            failed(PruneCandidates.Place(mapping: object.mapping, namespace: object.namespace), error)
        }
    }

    /// Deletes members of a set whose uids are not among `kept`, and has the set say so.
    func prune(_ set: ApplySet, keeping kept: Set<String>) async throws {
        let candidates = PruneCandidates(cluster: cluster, labelSelector: set.selector, kept: kept)
        let types = set.before.types.sorted { $0.key.precedesByBytes($1.key) }.map(\.value)
        let found: [PruneCandidates.Candidate]
        do throws(PruneCandidates.Failure) {
            let places = PruneCandidates.Place.all(types, namespaces: set.before.namespaces)
            found = try await candidates.find(in: places, needsAnnotation: false)
        } catch {
            throw CommandError.failed(
                "listing \(error.place.mapping.gvk.text) objects for pruning: \(error.error.message)")
        }
        try await delete(found, asOneOutput: true) { object, error in
            let place = object.namespace.map { "\($0)/" } ?? ""
            return .failed(
                "pruning \(ApplySet.kindName(object.mapping.gvk)) \(place)\(object.name): \(error.message)")
        }
        try await set.end(in: cluster, command)
    }

    /// Deletes objects and tells of each; nothing more is sent once one cannot be deleted, whose error is thrown.
    private func delete(
        _ candidates: [PruneCandidates.Candidate], asOneOutput: Bool,
        failure: @escaping @Sendable (SelectedObject, ClientError) -> CommandError
    ) async throws {
        let hasFailed = Mutex(false)
        let failures = PruneFailures()
        let options = command.deletion.options(dryRun: command.dryRun)
        var printer = try printers.printer("pruned")
        try await OrderedSending<(PruneCandidates.Candidate, Result<Void, CommandError>)?>().run { start in
            for candidate in candidates where !hasFailed.withLock({ $0 }) {
                await start(SendingOrder(candidate.object)) {
                    if hasFailed.withLock({ $0 }) { return nil }
                    if command.dryRun == .client { return (candidate, .success(())) }
                    do throws(ClientError) {
                        _ = try await cluster.client.bytes(.delete(candidate.object.location, options: options))
                        return (candidate, .success(()))
                    } catch {
                        hasFailed.withLock { $0 = true }
                        return (candidate, .failure(failure(candidate.object, error)))
                    }
                }
            }
        } consume: { outcome in
            guard let (candidate, result) = outcome else { return }
            do {
                try result.get()
                if !asOneOutput { printer = try printers.printer("pruned") }
                var stream = ConsoleStream(console: context.console)
                try printer.print(candidate.value, into: &stream)
                context.console.flush()
            } catch {
                failures.errors.append(error)
            }
        }
        if let first = failures.errors.first { throw first }
    }
}

/// What went wrong while objects were deleted.
private final class PruneFailures {
    var errors: [any Error] = []
}
