import JSONModel
import KubeClient

/// The objects that a selection names for deletion.
struct DeletionCandidates {
    let selection: ResourceSelection
    let cluster: Cluster
    let context: CommandContext
    let resolved: ResourceSelection.Resolved
    /// The objects of manifests that have been read; nil where that is still to be done.
    var manifests: [Candidate]?

    /// An object and where it is named.
    struct Candidate: Sendable {
        let object: SelectedObject
        /// The manifest that names it; nil for one of the command line or the server.
        var source: String?
    }

    /// All of them; throws where one cannot be read.
    func all() async throws -> [SelectedObject] {
        var objects: [SelectedObject] = []
        try CommandError.throwAll(try await forEach { objects.append($0.object) })
        return objects
    }

    /// Calls `body` for each in order, and returns what went wrong with reading them.
    func forEach(_ body: (Candidate) async -> Void) async throws -> [any Error] {
        switch resolved {
        case .manifests:
            if let manifests {
                for candidate in manifests { await body(candidate) }
                return []
            }
            return try await ManifestReader(cluster: cluster, selection: selection, context: context).forEach {
                await body(Candidate(object: $0.selected, source: $0.source))
            }
        case .objects(let objects):
            for object in objects { await body(Candidate(object: object)) }
            return []
        case .collections(let mappings):
            let reader = ResourceReader(
                cluster: cluster, selection: selection, accept: APIRequest.acceptMetadata)
            var found: [SelectedObject] = []
            let errors = try await reader.collections(mappings) { answer in
                found += answer.items.map { item in
                    SelectedObject(
                        mapping: answer.mapping, namespace: item["metadata"]?["namespace"]?.string,
                        name: item["metadata"]?["name"]?.string ?? "")
                }
            }
            for object in found { await body(Candidate(object: object)) }
            return errors
        }
    }
}
