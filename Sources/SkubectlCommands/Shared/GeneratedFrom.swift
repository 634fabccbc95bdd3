import JSONModel
import KubeClient

/// The objects that a command makes others from: those of manifests as they stand there, those of the server by name.
struct GeneratedFrom {
    let selection: ResourceSelection
    let cluster: Cluster
    let context: CommandContext
    /// Whether kubectl reads manifests into its Go types, so that they have to fit these.
    var isTyped = false

    /// Calls `body` for each object in order; one that cannot be had, or that fails in `body`, does not keep the
    /// others from their turn.
    func forEach(_ body: (JSONValue, RESTMapping) async throws -> Void) async throws {
        var errors: [any Error] = []
        switch try await selection.resolve(in: cluster) {
        case .manifests:
            let manifests = ManifestReader(
                cluster: cluster, selection: selection, context: context, isTyped: isTyped)
            errors = try await manifests.forEach { try await body($0.value, $0.selected.mapping) }
        case .collections: throw SelectionError.typeWithoutName
        case .objects(let objects):
            for answer in await ResourceReader(cluster: cluster, selection: selection).objects(objects) {
                do {
                    let answer = try answer.get()
                    try await body(answer.document, answer.mapping)
                } catch {
                    errors.append(error)
                }
            }
        }
        try CommandError.throwAll(errors)
    }
}
