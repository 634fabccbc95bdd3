import JSONModel
import KubeClient
import KubeModel

/// Waits until deleted objects are gone, by watching and not by asking again and again.
struct DeletionWait: Sendable {
    let cluster: Cluster
    /// The most time the wait may take.
    let timeout: Duration

    /// An object whose deletion the server has accepted.
    struct Target: Sendable {
        let object: SelectedObject
        /// The object's uid; empty where the server did not tell it.
        ///
        /// Another object of the same name does not count.
        let uid: String
    }

    /// Returns when all are gone; throws kubectl's time-out error for the first that is not.
    func wait(for targets: [Target]) async throws {
        let results = await SideBySide.map(targets) { target in await isGone(target) }
        for result in results { try result.get() }
    }

    private func isGone(_ target: Target) async -> Result<Void, any Error> {
        let timeout = timeout
        return await withTaskGroup(of: Result<Void, any Error>?.self) { group in
            group.addTask { await self.watchUntilGone(target) }
            group.addTask {
                // Cancelled when the watch is over.
                try? await Task.sleep(for: timeout)
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            let object = target.object
            return first
                ?? .failure(
                    CommandError.failed(
                        "timed out waiting for the condition on \(object.mapping.gvr.resource)/\(object.name)"))
        }
    }

    private func watchUntilGone(_ target: Target) async -> Result<Void, any Error> {
        do throws(ClientError) {
            while try await exists(target) {
                switch await watchForAWhile(target) {
                case .success(true): return .success(())
                case .success(false): continue
                case .failure(let error): throw error
                }
            }
            return .success(())
        } catch {
            // Who may not look cannot wait, and the deletion itself did not fail (as in kubectl).
            if case .status(let status) = error, status.isForbidden || status.isMethodNotAllowed { return .success(()) }
            return .failure(error)
        }
    }

    /// After so long it is asked once more whether the object is there, should a watch have gone silent.
    private static let longestWatch = Duration.seconds(15)

    private func watchForAWhile(_ target: Target) async -> Result<Bool, ClientError> {
        await withTaskGroup(of: Result<Bool, ClientError>.self) { group in
            group.addTask {
                do throws(ClientError) { return .success(try await watchSeesDeletion(target)) } catch {
                    return .failure(error)
                }
            }
            group.addTask {
                // Cancelled when the watch is over.
                try? await Task.sleep(for: Self.longestWatch)
                return .success(false)
            }
            defer { group.cancelAll() }
            return await group.next() ?? .success(false)
        }
    }

    private func exists(_ target: Target) async throws(ClientError) -> Bool {
        do {
            let object = try await cluster.object(target.object.location)
            let uid = object["metadata"]?["uid"]?.string
            return target.uid.isEmpty || uid == target.uid
        } catch let error {
            if case .status(let status) = error, status.isNotFound { return false }
            throw error
        }
    }

    /// Watches the object's collection for its deletion; false when the watch ended before.
    private func watchSeesDeletion(_ target: Target) async throws(ClientError) -> Bool {
        let object = target.object
        let collection = object.mapping.location(namespace: object.namespace)
        var query = ListQuery()
        query.fieldSelector = "metadata.name=\(object.name)"
        let list = try await cluster.client.json(.get(collection, query: query))
        let items = list["items"]?.array ?? []
        let isThere = items.contains { target.uid.isEmpty || $0["metadata"]?["uid"]?.string == target.uid }
        guard isThere else { return true }
        query.resourceVersion = list["metadata"]?["resourceVersion"]?.string ?? ""
        for try await event in try await cluster.client.watch(.watch(collection, query: query)) {
            switch event {
            case .deleted: return true
            case .error: return false
            case .added, .modified, .bookmark: continue
            }
        }
        return false
    }
}
