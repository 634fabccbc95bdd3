import JSONModel
import KubeClient
import KubePatch

/// Puts what the user has made of objects' last-applied configurations into their annotations (kubectl's
/// `visitToApplyEditPatch`).
struct LastAppliedChanges: EditSubmission {
    let cluster: Cluster
    /// What goes with each request.
    let parameters: [APIRequest.Parameter]

    func submit(
        _ edited: EditedObject, of originals: [EditedObject], _ problems: inout EditProblems
    ) async throws -> EditOutcome? {
        // Configurations have no UID, as a rule; then the first one counts, for kubectl too.
        guard let original = originals.first(where: { $0.uid == edited.uid }) else {
            throw EditError.unknownObject(edited.value)
        }
        guard !original.value.isEqual(to: edited.value) else {
            return EditOutcome(object: edited.value, operation: "skipped")
        }
        let annotation = JSONValue.string(LastApplied.text(edited.value))
        let place = edited.selected
        var request = APIRequest.patch(
            place.mapping.location(namespace: cluster.namespace, name: place.name), .merge,
            ["metadata": ["annotations": .object([LastApplied.annotation: annotation])]])
        request.parameters = parameters
        _ = try await cluster.client.json(request)
        return EditOutcome(object: edited.value, operation: "edited")
    }
}
