import JSONModel
import KubeClient
import KubeModel

/// Reconciles roles and bindings with the server's, one at a time.
struct RBACReconciler: Sendable {
    let cluster: Cluster
    let command: AuthReconcileCommand

    /// How often it is tried when the object changes meanwhile.
    private static let mostConflicts = 3
    /// How often it is tried when the object comes and goes meanwhile.
    private static let mostAttempts = 3

    /// Reconciles an object; throws what the server refuses.
    func reconcile(_ expected: RBACObject) async throws -> RBACOutcome {
        guard command.isDryRun || !expected.kind.isNamespaced || !expected.namespace.isEmpty else {
            throw SelectionError.emptyName
        }
        var conflicts = 0
        while true {
            do throws(ClientError) {
                for _ in 0..<Self.mostAttempts {
                    if let outcome = try await attempt(expected) { return outcome }
                }
            } catch {
                conflicts += 1
                guard error.reason == "Conflict", conflicts < Self.mostConflicts else { throw error }
                continue
            }
            throw CommandError.failed("exceeded maximum attempts")
        }
    }

    /// Tries once; nil where the object came or went meanwhile.
    private func attempt(_ expected: RBACObject) async throws(ClientError) -> RBACOutcome? {
        var outcome: RBACOutcome
        let removesExtra = expected.kind.isBinding ? command.removesSubjects : command.removesPermissions
        let existing = try await existing(expected)
        if let existing {
            outcome = RBACOutcome(existing, expected: expected, removesExtra: removesExtra)
        } else {
            outcome = RBACOutcome(creating: expected)
        }
        guard !outcome.isProtected, !command.isDryRun else { return outcome }
        do throws(ClientError) {
            switch outcome.operation {
            case .none: return outcome
            case .create: outcome.object.value = try await create(outcome.object)
            case .update:
                var request = APIRequest.replace(outcome.object.value, at: outcome.object.location)
                request.parameters = FieldManager.unnamed.parameters
                outcome.object.value = try await cluster.client.json(request, numbers: .normalizedAsGo)
            case .recreate:
                if let existing, try await !delete(existing) { return nil }
                outcome.object.value = try await create(outcome.object)
            }
        } catch {
            let isPassing = outcome.operation == .update ? error.reason == "NotFound" : error.reason == "AlreadyExists"
            if isPassing { return nil }
            throw error
        }
        return outcome
    }

    private func existing(_ expected: RBACObject) async throws(ClientError) -> RBACObject? {
        do throws(ClientError) {
            let value = try await cluster.client.json(.get(expected.location), numbers: .normalizedAsGo)
            return RBACObject(expected.kind, value)
        } catch {
            if error.reason == "NotFound" { return nil }
            throw error
        }
    }

    private func create(_ object: RBACObject) async throws(ClientError) -> JSONValue {
        if !object.namespace.isEmpty { try await ensureNamespace(object.namespace) }
        var request = APIRequest.create(object.value, in: object.collection)
        request.parameters = FieldManager.unnamed.parameters
        return try await cluster.client.json(request, numbers: .normalizedAsGo)
    }

    /// Creates the namespace where it is missing; who may not do that finds out with the object itself.
    private func ensureNamespace(_ name: String) async throws(ClientError) {
        let namespaces = ResourceLocation(GroupVersionResource(group: "", version: "v1", resource: "namespaces"))
        var location = namespaces
        location.name = name
        do throws(ClientError) {
            _ = try await cluster.client.bytes(.get(location))
            return
        } catch {
            guard error.reason == "NotFound" || error.reason == "Forbidden" else { throw error }
        }
        let namespace: JSONValue = ["apiVersion": "v1", "kind": "Namespace", "metadata": ["name": .string(name)]]
        var request = APIRequest.create(namespace, in: namespaces)
        request.parameters = FieldManager.unnamed.parameters
        do throws(ClientError) { _ = try await cluster.client.bytes(request) } catch {
            guard error.reason == "AlreadyExists" || error.reason == "Forbidden" else { throw error }
        }
    }

    /// Deletes just this object; false where another one has taken its place.
    private func delete(_ object: RBACObject) async throws(ClientError) -> Bool {
        let options: JSONValue = ["preconditions": ["uid": .string(object.uid)]]
        do throws(ClientError) { _ = try await cluster.client.json(.delete(object.location, options: options)) } catch {
            switch error.reason {
            case "NotFound": return true
            case "Conflict": return false
            default: throw error
            }
        }
        return true
    }
}

extension ClientError {
    /// The server's word for its refusal; empty for other failures.
    fileprivate var reason: String {
        if case .status(let status) = self { status.reason } else { "" }
    }
}
