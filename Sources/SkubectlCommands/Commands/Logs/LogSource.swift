import KubeClient
import KubeModel

/// One container whose log is printed.
struct LogSource: Sendable, Hashable {
    let namespace: String
    let pod: String
    let container: String

    private static let pods = GroupVersionResource(group: "", version: "v1", resource: "pods")

    /// What stands before each line with `--prefix`.
    var prefix: String { "[pod/\(pod)/\(container)] " }

    func request(_ parameters: [APIRequest.Parameter]) -> APIRequest {
        var request = APIRequest.get(
            ResourceLocation(Self.pods, namespace: namespace, name: pod, subresource: "log"))
        request.parameters = [APIRequest.Parameter("container", container)] + parameters
        request.accept = "application/json, */*"
        return request
    }
}
