import JSONModel
import KubeClient
import KubeModel
import Renderers
import StdlibExtensions
import SystemIO

/// Finds the containers whose logs are meant (kubectl's `logsForObject`).
struct LogSources {
    let command: LogsCommand
    let cluster: Cluster
    let context: CommandContext

    private var lookup: PodLookup { PodLookup(cluster: cluster) }

    func find() async throws -> [LogSource] {
        if !command.selector.isEmpty {
            let pods = try await lookup.pods(command.selector, namespace: cluster.namespace)
            if pods.isEmpty {
                context.console.writeError("No resources found in \(cluster.namespace) namespace.\n")
            }
            if let mistake = command.mistake { throw mistake }
            return try pods.flatMap(sources)
        }
        let selected = try await selectedObject()
        let object: JSONValue
        do { object = try await cluster.object(selected.location) } catch {
            if case ClientError.status(let status) = error, status.isNotFound {
                throw CommandError.failed(
                    "error from server (NotFound): \(status.message) in namespace \(cluster.namespace.goQuoted)")
            }
            throw error
        }
        if let mistake = command.mistake { throw mistake }
        if selected.mapping.gvk.kind == "Pod", selected.mapping.gvk.group.isEmpty { return try sources(of: object) }
        return try await sources(ofWorkload: object, mapping: selected.mapping)
    }

    private func selectedObject() async throws -> SelectedObject {
        if command.target.isEmpty { throw SelectionError.nothing }
        let words = command.target.contains("/") ? [command.target] : ["pods", command.target]
        guard case .objects(let objects) = try await ResourceSelection(words: words).resolve(in: cluster),
            let object = objects.first, objects.count == 1
        else { throw CommandError.failed("expected a resource") }
        return object
    }

    // MARK: - Workloads

    private func sources(ofWorkload object: JSONValue, mapping: RESTMapping) async throws -> [LogSource] {
        if let fault = TypedKinds.fault(of: mapping.gvk) { throw fault }
        let selector: String
        do { selector = try PodSelector.of(object, gvk: mapping.gvk) } catch {
            throw CommandError.failed(
                "cannot get the logs from \(TypedKinds.goType(of: mapping.gvk)): \(error.sentence)")
        }
        let namespace = object["metadata"]?["namespace"]?.string ?? cluster.namespace
        let pods = try await lookup.waiting(selector, namespace: namespace, limit: command.podTimeout)
            .sorted(by: PodPreference.forLogs)
        guard pods.count > 1 else { return try pods.flatMap(sources) }
        if command.allPods { return try pods.flatMap(sources) }
        let name = TerminalText.escaped(pods[0]["metadata"]?["name"]?.string ?? "")
        context.console.writeError("Found \(pods.count) pods, using pod/\(name)\n")
        return try sources(of: pods[0])
    }

    // MARK: - Containers

    private func sources(of pod: JSONValue) throws -> [LogSource] {
        let containers = PodContainers(pod)
        if command.allContainers {
            return (containers.initial + containers.main + containers.ephemeral).map { source(pod, $0) }
        }
        let name = chosenContainer(of: pod, containers)
        guard containers.all.contains(name) else {
            throw CommandError.failed(
                "container \(name) is not valid for pod \(containers.pod) out of: \(containers.description)")
        }
        return [source(pod, name)]
    }

    private func source(_ pod: JSONValue, _ container: String) -> LogSource {
        LogSource(
            namespace: pod["metadata"]?["namespace"]?.string ?? cluster.namespace,
            pod: pod["metadata"]?["name"]?.string ?? "", container: container, uid: pod["metadata"]?["uid"]?.string,
            restarts: ContainerInstance(of: container, in: pod)?.restarts)
    }

    /// The container asked for, the one the pod's annotation names, or the first, which is then told.
    private func chosenContainer(of pod: JSONValue, _ containers: PodContainers) -> String {
        if !command.container.isEmpty { return command.container }
        let annotated = pod["metadata"]?["annotations"]?[PodContainers.defaultAnnotation]?.string ?? ""
        if !annotated.isEmpty {
            if containers.all.contains(annotated) { return annotated }
            context.console.writeError(
                "Default container name \(annotated.goQuoted) not found in pod \(containers.pod)\n")
        }
        let first = containers.main.first ?? ""
        if containers.all.count > 1, !command.allPods {
            context.console.writeError("Defaulted container \(first.goQuoted) out of: \(containers.description)\n")
        }
        return first
    }
}
