import JSONModel
import KubeClient
import KubeModel
import KubePatch

/// Server-side apply, and the way there from the client's side.
extension ApplyWork {
    private static let annotationPath = ["metadata", "annotations", LastApplied.annotation]
    /// Who keeps the annotation once the server applies.
    private static let annotationManager = FieldManager(name: "kubectl-last-applied")
    /// How often a change of the fields' managers is tried while the object changes.
    private static let triesOfMigration = 5

    func applyOnServer(_ options: ApplyCommand.ServerSide) async throws -> ApplyOutcome.Done {
        var value = try await applyOrExplain(options)
        value = await migrated(value, options)
        messages.warnIfDeleting(value)
        return ApplyOutcome.Done(operation: "serverside-applied", value: value)
    }

    private func location(_ options: ApplyCommand.ServerSide) -> ResourceLocation {
        selected.mapping.location(
            namespace: selected.namespace, name: selected.name,
            subresource: options.subresource.isEmpty ? nil : options.subresource)
    }

    private func send(_ options: ApplyCommand.ServerSide) async throws(ClientError) -> JSONValue {
        var request = APIRequest.patch(location(options), .apply, object.value)
        request.parameters = parameters + [APIRequest.Parameter("force", String(options.forcesConflicts))]
        return try await cluster.client.json(request, numbers: .normalizedAsGo)
    }

    private func applyOrExplain(_ options: ApplyCommand.ServerSide) async throws -> JSONValue {
        do {
            return try await send(options)
        } catch {
            guard case .status(let status) = error else { throw error }
            if status.code == 415 {
                throw CommandError.failed("Server-side apply not available on the server: (\(status.message))")
            }
            guard status.isConflict else { throw error }
            throw CommandError.failed(status.message + Self.adviceOnConflicts)
        }
    }

    private static let adviceOnConflicts = """

        Please review the fields above--they currently have other managers. Here
        are the ways you can resolve this warning:
        * If you intend to manage all of these fields, please re-run the apply
          command with the `--force-conflicts` flag.
        * If you do not intend to manage all of the fields, please edit your
          manifest to remove references to the fields that should keep their
          current managers.
        * You may co-own fields by updating your manifest to match the existing
          value; in this case, you'll become the manager if the other manager(s)
          stop managing the field (remove it from their configuration).
        See https://kubernetes.io/docs/reference/using-api/server-side-apply/#conflicts
        """

    /// The object after what client-side apply owned of it has become what was applied; a failure is only told of.
    private func migrated(_ value: JSONValue, _ options: ApplyCommand.ServerSide) async -> JSONValue {
        var value = value
        do throws(ClientError) { value = try await keepingAnnotation(value, options) } catch {
            messages.line(
                "Warning: failed to migrate kubectl.kubernetes.io/last-applied-configuration for Server-Side Apply. "
                    + "This is non-fatal and will be retried next time you apply. Error: \(error.message)")
            return value
        }
        do throws(ClientError) {
            guard let upgraded = try await upgraded(value, options) else { return value }
            value = upgraded
        } catch {
            messages.line(
                "Warning: server rejected managed fields migration to Server-Side Apply. This is non-fatal and will "
                    + "be retried next time you apply. Error: \(error.message)")
            return value
        }
        do throws(ClientError) { return try await send(options) } catch {
            messages.line(
                "Warning: failed to re-apply configuration after performing Server-Side Apply migration. This is "
                    + "non-fatal and will be retried next time you apply. Error: \(error.message)")
            return value
        }
    }

    /// Gives the annotation a manager of its own, so that it stays on the object.
    private func keepingAnnotation(
        _ value: JSONValue, _ options: ApplyCommand.ServerSide
    ) async throws(ClientError) -> JSONValue {
        guard command.fieldManager == .unnamed, let text = LastApplied.configuration(of: value),
            ManagedFieldsUpgrade.owners(of: Self.annotationPath, operation: .apply, in: value).isEmpty
        else { return value }
        var metadata: JSONValue = [
            "name": .string(selected.name), "annotations": [LastApplied.annotation: .string(text)],
        ]
        if let namespace = selected.namespace { metadata["namespace"] = .string(namespace) }
        let gvk = selected.mapping.gvk
        let annotation: JSONValue = [
            "apiVersion": .string(gvk.groupVersion.apiVersion), "kind": .string(gvk.kind), "metadata": metadata,
        ]
        var request = APIRequest.patch(location(options), .apply, annotation)
        request.parameters =
            command.dryRun.parameters + Self.annotationManager.parameters + [command.validation.parameter]
        return try await cluster.client.json(request, numbers: .normalizedAsGo)
    }

    /// The object after its managers have changed; nil where there is nothing to change.
    private func upgraded(
        _ value: JSONValue, _ options: ApplyCommand.ServerSide
    ) async throws(ClientError) -> JSONValue? {
        let managers = ManagedFieldsUpgrade.owners(of: Self.annotationPath, operation: .update, in: value)
        var value = value
        var tries = 0
        while true {
            let manager = command.fieldManager.name
            guard let patch = ManagedFieldsUpgrade.patch(value, from: managers, to: manager) else { return nil }
            var request = APIRequest.patch(location(options), .json, patch)
            request.parameters = parameters
            do throws(ClientError) { return try await cluster.client.json(request, numbers: .normalizedAsGo) } catch {
                tries += 1
                guard case .status(let status) = error, status.isConflict, tries < Self.triesOfMigration else {
                    throw error
                }
            }
            value = try await cluster.object(location(options), numbers: .normalizedAsGo)
        }
    }
}
