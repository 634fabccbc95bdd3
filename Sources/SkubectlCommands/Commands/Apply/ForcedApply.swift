import JSONModel
import KubeClient
import KubeModel

/// Puts an object in the place of one that cannot be changed: deletes it, waits until it is gone, and creates the new one.
struct ForcedApply: Sendable {
    let cluster: Cluster
    /// The parameters of the request that creates the object.
    let parameters: [APIRequest.Parameter]
    let deletion: ApplyDeletion

    private static let pause = Duration.seconds(1)

    /// Returns the new object; where it cannot be created, the old one is put back.
    func replace(
        _ old: JSONValue, with new: JSONValue, _ object: SelectedObject
    ) async throws(PatchFailure) -> JSONValue {
        do {
            _ = try await cluster.client.bytes(.delete(object.location, options: deletion.options()))
            try await waitUntilGone(object)
        } catch {
            throw PatchFailure(patch: ObjectPatcher.text(new) + "\n", error: error)
        }
        do throws(ClientError) { return try await cluster.create(new, as: object, parameters) } catch {
            throw PatchFailure(patch: ObjectPatcher.text(new) + "\n", error: await restored(old, object, after: error))
        }
    }

    private func waitUntilGone(_ object: SelectedObject) async throws {
        let clock = ContinuousClock()
        let end = clock.now.advanced(by: deletion.timeout)
        while true {
            do throws(ClientError) {
                _ = try await cluster.client.bytes(.get(object.location))
            } catch {
                guard case .status(let status) = error, status.isNotFound else { throw error }
                return
            }
            guard clock.now.advanced(by: Self.pause) < end else {
                try await Task.sleep(until: end, clock: clock)
                throw CommandError.failed("context deadline exceeded")
            }
            try await Task.sleep(for: Self.pause)
        }
    }

    /// Puts the old object back, and says why the new one could not be made, and the old one neither.
    private func restored(_ old: JSONValue, _ object: SelectedObject, after error: ClientError) async -> any Error {
        do throws(ClientError) {
            _ = try await cluster.create(old, as: object, parameters)
            return error
        } catch let second {
            return CommandError.failed(
                "An error occurred force-replacing the existing object with the newly provided one:\n\n\(error.message)."
                    + "\n\nAdditionally, an error occurred attempting to restore the original object:\n\n"
                    + "\(second.message)")
        }
    }
}
