import JSONModel
import KubeClient

/// Reads the objects that are to be edited, as the server has them now.
struct EditSelection {
    let selection: ResourceSelection
    let cluster: Cluster
    let context: CommandContext

    /// The objects in the order they were named; throws for all of those that cannot be read.
    func objects() async throws -> [EditedObject] {
        switch try await selection.resolve(in: cluster) {
        case .manifests:
            let reader = ManifestReader(
                cluster: cluster, selection: selection, context: context, asksServer: true)
            let named = try await reader.selectedObjects()
            let answers = await ResourceReader(cluster: cluster, selection: selection).objects(named.found)
            return try Self.objects(named.found.map(\.selected), answers, errors: named.errors)
        case .objects(let named):
            let answers = await ResourceReader(cluster: cluster, selection: selection).objects(named)
            return try Self.objects(named, answers)
        case .collections(let mappings):
            var objects: [EditedObject] = []
            let reader = ResourceReader(cluster: cluster, selection: selection)
            let errors = try await reader.collections(mappings) { answer in
                objects += answer.items.map { Self.object($0, mapping: answer.mapping) }
            }
            try CommandError.throwAll(errors)
            return objects
        }
    }

    private static func objects(
        _ named: [SelectedObject], _ answers: [Result<ResourceReader.Answer, ClientError>],
        errors faults: [any Error] = []
    ) throws -> [EditedObject] {
        var objects: [EditedObject] = []
        var errors: [any Error] = []
        for (selected, answer) in zip(named, answers) {
            switch answer {
            case .success(let answer): objects.append(EditedObject(value: answer.document, selected: selected))
            case .failure(let error): errors.append(error)
            }
        }
        try CommandError.throwAll(errors + faults)
        return objects
    }

    private static func object(_ value: JSONValue, mapping: RESTMapping) -> EditedObject {
        let metadata = value["metadata"]
        return EditedObject(
            value: value,
            selected: SelectedObject(
                mapping: mapping, namespace: mapping.isNamespaced ? metadata?["namespace"]?.string : nil,
                name: metadata?["name"]?.string ?? ""))
    }
}
