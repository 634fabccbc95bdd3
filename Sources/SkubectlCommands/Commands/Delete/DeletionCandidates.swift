import JSONModel
import KubeClient

/// The objects that a selection names for deletion.
struct DeletionCandidates {
    let command: DeleteCommand
    let cluster: Cluster
    let context: CommandContext
    let resolved: ResourceSelection.Resolved

    /// All of them; throws where one cannot be read.
    func all() async throws -> [SelectedObject] {
        var objects: [SelectedObject] = []
        try CommandError.throwAll(try await forEach { object, _ in objects.append(object) })
        return objects
    }

    /// Calls `body` for each with the manifest that names it, and returns what went wrong, in `body` too.
    func forEach(_ body: (SelectedObject, String?) async throws -> Void) async throws -> [any Error] {
        switch resolved {
        case .manifests:
            let reader = ManifestReader(cluster: cluster, selection: command.selection, context: context)
            return try await reader.forEach { try await body($0.selected, $0.source) }
        case .objects(let objects):
            return await attempt(objects, body)
        case .collections(let mappings):
            let reader = ResourceReader(cluster: cluster, selection: command.selection)
            var found: [SelectedObject] = []
            let errors = try await reader.collections(mappings) { answer in
                found += answer.items.map { item in
                    SelectedObject(
                        mapping: answer.mapping, namespace: item["metadata"]?["namespace"]?.string,
                        name: item["metadata"]?["name"]?.string ?? "")
                }
            }
            return await errors + attempt(found, body)
        }
    }

    private func attempt(
        _ objects: [SelectedObject], _ body: (SelectedObject, String?) async throws -> Void
    ) async -> [any Error] {
        var errors: [any Error] = []
        for object in objects {
            do { try await body(object, nil) } catch { errors.append(error) }
        }
        return errors
    }
}
