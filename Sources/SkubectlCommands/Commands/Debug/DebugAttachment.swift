import JSONModel
import KubeClient
import KubeModel

/// Attaches to a container that was just made, once it runs; of one that has ended already it prints the log.
struct DebugAttachment: Sendable {
    let command: DebugCommand
    let cluster: Cluster
    let context: CommandContext

    func run(pod: String, namespace: String, container: String) async throws {
        let started = try await waitForStart(pod: pod, namespace: namespace, container: container)
        let source = LogSource(namespace: namespace, pod: pod, container: container)
        if Self.state(of: container, in: started)?["terminated"] != nil {
            return try await source.print(in: cluster, to: context.console)
        }
        let session = AttachedSession(
            container: container, takesInput: command.container.keepsInputOpen,
            wantsTerminal: command.container.hasTerminal, isQuiet: command.isQuiet)
        try await session.runOrPrintLog(started, of: { source }, in: cluster, context)
    }

    /// The pod once the container runs, or has run; warns of what the container waits for meanwhile.
    private func waitForStart(pod: String, namespace: String, container: String) async throws -> JSONValue {
        var query = ListQuery()
        query.fieldSelector = "metadata.name=\(pod)"
        let watch = CollectionWatch(
            cluster.client, ResourceLocation(PodLookup.resource, namespace: namespace), query: query)
        var started: JSONValue?
        try await watch.follow { change in
            switch change {
            case .deleted: return true
            case .listed(let pods): started = pods.first { hasStarted(container, in: $0) }
            case .added(let pod), .modified(let pod): if hasStarted(container, in: pod) { started = pod }
            }
            return started != nil
        }
        guard let started else {
            // So kubectl says it, without the name.
            throw ClientError.status(APIStatus(code: 404, reason: "NotFound", message: "pods \"\" not found"))
        }
        return started
    }

    private func hasStarted(_ container: String, in pod: JSONValue) -> Bool {
        guard let state = Self.state(of: container, in: pod) else { return false }
        if state["running"] != nil || state["terminated"] != nil { return true }
        let message = state["waiting"]?["message"]?.string ?? ""
        if !message.isEmpty, !command.isQuiet { context.warnings.tell("container \(container): \(message)") }
        return false
    }

    private static func state(of container: String, in pod: JSONValue) -> JSONValue? {
        let lists = ["initContainerStatuses", "containerStatuses", "ephemeralContainerStatuses"]
        return lists.flatMap { pod["status"]?[$0]?.array ?? [] }
            .first { $0["name"]?.string == container }?["state"]
    }
}
