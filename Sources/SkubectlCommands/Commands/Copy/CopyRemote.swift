import JSONModel
import KubeClient
import KubeModel

/// The container that files are copied to or from.
struct CopyRemote: Sendable {
    let cluster: Cluster
    let location: CopyLocation
    /// Empty for the default container.
    let container: String

    /// The pod, as it is now.
    func pod() async throws -> JSONValue {
        let namespace = location.namespace.isEmpty ? cluster.namespace : location.namespace
        let place = ResourceLocation(PodLookup.resource, namespace: namespace, name: location.pod)
        return try await cluster.client.json(.get(place))
    }

    /// Starts a process; `tell` gets the line that names the container where none was asked for.
    func open(
        _ command: [String], input: Bool, in pod: JSONValue, tell: (String) -> Void
    ) async throws -> any RemoteSession {
        try AttachablePod.refuseCompleted(pod, "exec into")
        let choice = try ContainerChoice(of: pod, named: container, tell: tell)
        return try await cluster.client.open(
            RemoteCommand(
                .exec(command), namespace: pod["metadata"]?["namespace"]?.string ?? cluster.namespace,
                pod: pod["metadata"]?["name"]?.string ?? "", container: choice.name, stdin: input))
    }
}

extension RemoteEnd {
    /// What became of a process that is not to go on from here; nothing where it ended well.
    func check() throws(RemoteProcessError) {
        switch self {
        case .success: return
        case .exitCode(let code): throw .exitCode(code)
        case .failure(let message): throw .failed(message)
        }
    }
}
