import JSONModel
import KubeClient
import KubeModel
import StdlibExtensions
import YAMLCodec

/// Finds out what an object is and what it would be, and writes both into their folders.
struct DiffComparison: Sendable {
    let command: DiffCommand
    let schemas: ApplySchemas
    let folders: DiffFolders

    /// How often an object that keeps changing is read anew; the last time its version does not count.
    private static let tries = 4

    func compare(_ object: ManifestReader.Object, in cluster: Cluster) async -> DiffRun.Outcome {
        let messages = ObjectMessages()
        let cluster = cluster.telling(messages)
        var live: JSONValue?
        var failure: (any Error)?
        for number in 1...Self.tries {
            do {
                live = try await read(object.selected, in: cluster)
                let isLast = number == Self.tries
                if isLast {
                    messages.log(
                        "diff.go:723",
                        "Object (\(object.selected.mapping.gvk.text): \(object.selected.name)) keeps changing, diffing "
                            + "without lock")
                }
                let merged = try await merged(object, live, cluster, messages, locks: !isLast)
                try write(object.selected, live, merged)
                failure = nil
            } catch {
                failure = error
            }
            guard case ClientError.status(let status)? = failure, status.isConflict else { break }
        }
        if let live { messages.warnIfDeleting(live) }
        return DiffRun.Outcome(
            object: object.selected, messages: messages, uid: live?["metadata"]?["uid"]?.string ?? "",
            failure: failure)
    }

    private func read(_ object: SelectedObject, in cluster: Cluster) async throws -> JSONValue? {
        do {
            return try await cluster.client.json(.get(object.location), numbers: .normalizedAsGo)
        } catch {
            if case .status(let status) = error, status.isNotFound { return nil }
            throw error
        }
    }

    /// The object as it would be, by the server, which stores nothing.
    private func merged(
        _ object: ManifestReader.Object, _ live: JSONValue?, _ cluster: Cluster, _ messages: ObjectMessages,
        locks: Bool
    ) async throws -> JSONValue {
        let selected = object.selected
        let parameters = DryRun.server.parameters + command.fieldManager.parameters
        if let serverSide = command.serverSide {
            var request = APIRequest.patch(selected.location, .apply, object.value)
            request.parameters =
                parameters + [APIRequest.Parameter("force", String(serverSide.forcesConflicts))]
            return try await cluster.client.json(request, numbers: .normalizedAsGo)
        }
        guard let live else {
            var value = object.value
            // Only the server sets it.
            if value["metadata"]?["resourceVersion"] != nil { value["metadata"]?["resourceVersion"] = nil }
            var request = APIRequest.create(value, in: selected.mapping.location(namespace: selected.namespace))
            request.parameters = parameters
            return try await cluster.client.json(request, numbers: .normalizedAsGo)
        }
        let patcher = ObjectPatcher(
            cluster: cluster, schemas: schemas, messages: messages, parameters: parameters,
            resourceVersion: locks ? live["metadata"]?["resourceVersion"]?.string ?? "" : nil)
        let target = ObjectPatcher.Target(
            object: selected, source: object.source, modified: LastApplied.configuration(from: object.value))
        do throws(PatchFailure) { return try await patcher.patch(live, target).value } catch { throw error.error }
    }

    private func write(_ object: SelectedObject, _ live: JSONValue?, _ merged: JSONValue) throws {
        var (live, merged) = (live, merged)
        if !command.showsManagedFields {
            live?["metadata"]?["managedFields"] = nil
            merged["metadata"]?["managedFields"] = nil
        }
        let version = (merged["apiVersion"]?.string ?? "").split(separator: "/").last
        if !command.showsSecrets, merged["kind"]?.string == "Secret", version == "v1" {
            (live, merged) = SecretMask.masked(live, merged)
            // kubectl writes a masked object that is not there as a null.
            live = live ?? .null
        }
        let name = object.diffFileName
        try folders.write(try live.map { try YAMLEmitter.bytes($0) } ?? [], named: name, in: folders.live)
        try folders.write(try YAMLEmitter.bytes(merged), named: name, in: folders.merged)
    }
}
