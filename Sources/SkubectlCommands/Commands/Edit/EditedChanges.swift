import JSONModel
import KubeClient
import KubeModel
import KubePatch
import SystemIO

/// Sends what the user has changed in objects as patches (kubectl's `visitToPatch`).
struct EditedChanges: EditSubmission {
    let cluster: Cluster
    let context: CommandContext
    /// What goes with each request.
    let parameters: [APIRequest.Parameter]
    /// Empty for the objects themselves.
    let subresource: String
    /// Whether each patch is shown.
    let printsPatch: Bool

    func submit(
        _ edited: EditedObject, of originals: [EditedObject], _ problems: inout EditProblems
    ) async throws -> EditOutcome? {
        guard let original = originals.first(where: { $0.uid == edited.uid }) else {
            throw EditError.unknownObject(edited.value)
        }
        if original.value.isEqual(to: edited.value) {
            return EditOutcome(object: edited.value, operation: "skipped")
        }
        let (type, patch) = try change(from: original.value, to: edited.value)
        if printsPatch {
            context.console.write("Patch: \(JSONWriter.text(patch, style: JSONStyle(sortsKeys: true)))\n")
        }
        let place = edited.selected
        var request = APIRequest.patch(
            place.mapping.location(
                namespace: place.namespace, name: place.name, subresource: subresource.isEmpty ? nil : subresource),
            type, patch)
        request.parameters = parameters
        do throws(ClientError) {
            let patched = try await cluster.client.json(request, numbers: .normalizedAsGo)
            return EditOutcome(object: patched, operation: "edited")
        } catch {
            context.console.writeError(problems.add(error, about: place))
            return nil
        }
    }

    /// The patch for what was changed; a strategic one for kinds whose lists kubectl knows how to merge.
    private func change(
        from original: JSONValue, to edited: JSONValue
    ) throws -> (type: PatchType, patch: JSONValue) {
        let (before, after) = (original.object ?? [:], edited.object ?? [:])
        let type: PatchType
        let patch: JSONObject
        let version = edited["apiVersion"]?.string ?? ""
        if let schema = BuiltInPatchSchema(apiVersion: version, kind: edited["kind"]?.string ?? "") {
            type = .strategic
            patch = try StrategicMergePatch.between(before, after, schema: schema)
        } else {
            type = .merge
            patch = JSONMergePatch.between(before, after)
        }
        let metadata = patch["metadata"]?.object ?? [:]
        if ["apiVersion", "kind"].contains(where: patch.contains(key:)) || metadata.contains(key: "name") {
            throw EditError.identityChanged
        }
        return (type, .object(patch))
    }
}
