import HTTPTransport
import JSONModel
import KubeClient
import KubeModel
import Renderers
import SystemIO

/// Changes objects by one patch each, as `rollout pause`, `resume` and `restart` do.
struct RolloutPatch: Sendable {
    let selection: ResourceSelection
    let fieldManager: FieldManager
    let result: ResultPrinter
    /// What is told of an object: "paused".
    let operation: String

    /// Patches each object with what `patch` makes of it; what `patch` throws is told with the object's name.
    func run(
        in context: CommandContext,
        _ patch: @escaping @Sendable (ChangeTargets.Target, RolloutKind?) throws -> JSONValue
    ) async throws {
        var targets = try await ChangeTargets.read(selection, isTyped: true, in: context)
        guard !targets.results.isEmpty, let cluster = targets.cluster else {
            let namespace = try await context.cluster().namespace
            return context.console.writeError("No resources found in \(namespace) namespace.\n")
        }
        let (operation, fieldManager) = (operation, fieldManager)
        let changes = ObjectChanges(
            context: context, result: result, dryRun: .none, sortsKeys: false, printsApart: true)
        let unread = targets.errors
        targets.results = targets.found.map { .success($0) }
        do {
            try await changes.run(targets) { target in
                guard let selected = target.selected else { return ObjectChanges.Outcome() }
                let change: JSONValue
                do { change = try patch(target, RolloutKind(selected.mapping.gvk)) } catch let error as Refusal {
                    throw CommandError.failed(error.sentence(selected))
                }
                var request = APIRequest.patch(selected.location, .strategic, change)
                request.parameters = fieldManager.parameters
                do throws(ClientError) {
                    let changed = try await cluster.client.json(request, numbers: .normalizedAsGo)
                    return ObjectChanges.Outcome(object: TypedObject.normalized(changed), operation: operation)
                } catch {
                    if case .transport(.cancelled, _, _) = error { throw error }
                    throw CommandError.failed("failed to patch: \(error.message)")
                }
            }
        } catch  where !unread.isEmpty {
            // What could not be read counts as one error beside those of the changes.
            throw CommandError.several((unread.count > 1 ? [CommandError.together(unread)] : unread) + [error])
        }
        if !unread.isEmpty { throw CommandError.several(unread) }
    }

    /// Why an object is not patched.
    enum Refusal: Error {
        /// What is said behind the object's name: "is already paused".
        case state(String)
        /// What is said of its name alone.
        case whole(@Sendable (String) -> String)

        func sentence(_ object: SelectedObject) -> String {
            switch self {
            case .state(let text): "error: \(object.mapping.resource.groupResource) \"\(object.name)\" \(text)"
            case .whole(let text): text(object.name)
            }
        }
    }
}
