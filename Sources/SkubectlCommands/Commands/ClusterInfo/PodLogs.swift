import JSONModel
import KubeClient
import KubeModel

/// The logs of all containers of a pod as a dump has them.
enum PodLogs {
    /// The logs one after the other, each between lines that say whose it is; what fails is told in its place.
    static func text(of pod: JSONValue, _ cluster: Cluster) async -> [UInt8] {
        let namespace = pod["metadata"]?["namespace"]?.string ?? ""
        let name = pod["metadata"]?["name"]?.string ?? ""
        var text: [UInt8] = []
        for list in ["initContainers", "containers"] {
            for container in pod["spec"]?[list]?.array ?? [] {
                let source = LogSource(namespace: namespace, pod: name, container: container["name"]?.string ?? "")
                let place = "logs for container \(source.container) of pod \(namespace)/\(name) ====\n"
                text += Array("==== START \(place)".utf8)
                text += await log(of: source, cluster)
                text += Array("==== END \(place)".utf8)
            }
        }
        return text
    }

    private static func log(of source: LogSource, _ cluster: Cluster) async -> [UInt8] {
        let request = source.request([])
        do {
            return try await SteadyReading.read { try await cluster.client.bytes(request) }
        } catch {
            guard var error = error as? ClientError else { return [] }
            if case .status(let status) = error { error = .status(status.unstructured(for: request)) }
            return Array("Request log error: \(error.message)\n".utf8)
        }
    }
}
