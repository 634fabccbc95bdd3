import JSONModel
import KubeClient
import KubeModel
import KubePatch
import StdlibExtensions

/// Has the server make what one pod or one node is debugged with, and attaches to it.
struct DebugSession: Sendable {
    let command: DebugCommand
    let maker: DebugMaker
    let cluster: Cluster
    let context: CommandContext

    func run(_ target: DebugTargets.Target) async throws {
        let (pod, container) = try await make(target)
        guard command.attaches, let container else { return }
        try await DebugAttachment(command: command, cluster: cluster, context: context)
            .run(pod: pod.name, namespace: pod.namespace, container: container)
    }

    /// The pod as the server has it then, and the container to attach to.
    private func make(_ target: DebugTargets.Target) async throws -> (pod: PodUnderChange, container: String?) {
        switch target {
        case .node(let name):
            let (pod, container) = try maker.nodePod(on: name)
            return (try await create(pod, in: cluster.namespace), container)
        case .pod(let pod):
            guard command.copying.isWanted else { return try await addContainer(to: pod) }
            let (copy, container) = try maker.copy(of: pod)
            let made = try await create(copy, in: pod.namespace)
            if command.copying.replaces { try await delete(pod) }
            return (made, container)
        }
    }

    private func create(_ pod: PodUnderChange, in namespace: String) async throws -> PodUnderChange {
        PodUnderChange(
            value: try await cluster.client.json(
                .create(pod.value, in: ResourceLocation(PodLookup.resource, namespace: namespace))))
    }

    private func delete(_ pod: PodUnderChange) async throws {
        let options: JSONValue = ["kind": "DeleteOptions", "apiVersion": "v1", "gracePeriodSeconds": 0]
        _ = try await cluster.client.bytes(.delete(location(of: pod), options: options))
    }

    private func addContainer(to pod: PodUnderChange) async throws -> (pod: PodUnderChange, container: String?) {
        let (changed, container) = try maker.withEphemeralContainer(pod)
        let patch = try patch(from: pod, to: changed)
        let request = APIRequest.patch(location(of: pod, subresource: "ephemeralcontainers"), .strategic, patch)
        let answer: JSONValue
        do throws(ClientError) { answer = try await cluster.client.json(request) } catch {
            // A server without ephemeral containers knows of no such place; of a missing pod it tells the name.
            guard case .status(let status) = error, status.isNotFound, (status.details?.name ?? "").isEmpty else {
                throw error
            }
            throw CommandError.failed(
                "ephemeral containers are disabled for this cluster (error from server: \(status.message.goQuoted))")
        }
        return (PodUnderChange(value: answer), container)
    }

    private func patch(from pod: PodUnderChange, to changed: PodUnderChange) throws -> JSONValue {
        guard let original = pod.value.object, let modified = changed.value.object,
            let schema = BuiltInPatchSchema(apiVersion: "v1", kind: "Pod")
        else { throw PatchError.notObject }
        do throws(PatchError) {
            return .object(try StrategicMergePatch.between(original, modified, schema: schema))
        } catch {
            throw CommandError.failed("error creating patch to add debug container: \(error.message)")
        }
    }

    private func location(of pod: PodUnderChange, subresource: String? = nil) -> ResourceLocation {
        ResourceLocation(PodLookup.resource, namespace: pod.namespace, name: pod.name, subresource: subresource)
    }
}
