import JSONModel
import KubeClient
import KubeModel

/// Waits until deleted objects are gone, by watching and not by asking again and again.
struct DeletionWait: Sendable {
    let cluster: Cluster
    /// The most time the wait may take.
    let timeout: Duration

    /// What kubectl takes for "as long as it takes": a week.
    static let asLongAsItTakes = Duration.seconds(168 * 3600)

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
        guard let object = try await firstRemaining(of: targets) else { return }
        throw CommandError.failed(
            "timed out waiting for the condition on \(object.mapping.gvr.resource)/\(object.name)")
    }

    /// Returns when all are gone, or the first that is not when the time is over.
    func firstRemaining(of targets: [Target]) async throws -> SelectedObject? {
        guard !targets.isEmpty else { return nil }
        var remaining = Set(targets.indices)
        var failures: [Int: ClientError] = [:]
        let ending = try await ObjectWatches(cluster: cluster, form: .metadata).follow(
            targets.map(\.object), limit: timeout,
            evaluate: { index, state in
                guard case .present(let object) = state else { return true }
                let uid = targets[index].uid
                return !uid.isEmpty && object["metadata"]?["uid"]?.string != uid
            },
            isLast: { isGone in isGone },
            consume: { index, isGone in
                do throws(ClientError) {
                    if try isGone.get() { remaining.remove(index) }
                } catch {
                    // Who may not look cannot wait, and the deletion itself did not fail (as in kubectl).
                    if !error.forbidsLooking { failures[index] = error }
                    remaining.remove(index)
                }
                return remaining.isEmpty
            })
        if let first = failures.keys.min(), let error = failures[first] { throw error }
        guard case .timedOut = ending else { return nil }
        return remaining.min().map { targets[$0].object }
    }
}

extension ClientError {
    /// Whether the user may not read what is asked for, or nobody can; a type that is gone has no objects any more.
    fileprivate var forbidsLooking: Bool {
        guard case .status(let status) = self else { return false }
        return status.isForbidden || status.isMethodNotAllowed || status.isNotFound
    }
}
