import JSONModel
import KubeClient
import KubeModel

/// Sees pods of a node go, with one watch for all of them.
actor PodDepartures {
    private let cluster: Cluster
    private let node: String
    private var resourceVersion: String
    private var gone: Set<String> = []
    /// Whether a pod that goes is seen; otherwise each pod has to be asked for.
    private(set) var isWatching = false

    /// - Parameter resourceVersion: From where on the pods' changes count.
    init(cluster: Cluster, node: String, resourceVersion: String) {
        self.cluster = cluster
        self.node = node
        self.resourceVersion = resourceVersion
    }

    /// Whether the pod of this uid is gone, as far as is seen.
    func isGone(uid: String) -> Bool { gone.contains(uid) }

    /// How long to wait before a watch that has ended is begun anew.
    private static let pause = Duration.seconds(1)

    /// Watches until the task is cancelled.
    func run() async {
        while !Task.isCancelled {
            do {
                try await watch()
            } catch {
                // Who may not watch, or comes too late, asks for each pod instead.
                isWatching = false
                if case ClientError.status(let status) = error, !status.isExpired { return }
            }
            isWatching = false
            // Cancelled when all is over.
            try? await Task.sleep(for: Self.pause)
        }
    }

    private func watch() async throws {
        var query = ListQuery()
        query.fieldSelector = "spec.nodeName=\(node)"
        query.resourceVersion = resourceVersion
        let location = ResourceLocation(DrainReader.pods)
        let events = try await cluster.client.watch(.watch(location, query: query))
        isWatching = true
        for try await event in events {
            switch event {
            case .deleted(let pod):
                see(pod)
                if let uid = pod["metadata"]?["uid"]?.string { gone.insert(uid) }
            case .added(let pod), .modified(let pod), .bookmark(let pod): see(pod)
            case .error: resourceVersion = ""
            }
        }
    }

    private func see(_ object: JSONValue) {
        if let version = object["metadata"]?["resourceVersion"]?.string { resourceVersion = version }
    }
}
