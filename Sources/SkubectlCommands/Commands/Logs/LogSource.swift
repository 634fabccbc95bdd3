import KubeClient
import KubeModel
import Renderers

/// One container whose log is printed.
struct LogSource: Sendable, Hashable {
    let namespace: String
    let pod: String
    let container: String
    /// The pod's uid, so that another one of its name is not taken for it; nil where it is not known.
    var uid: String?
    /// How often the container had been started anew when it was found; nil where it is not known.
    var restarts: Int64?

    /// What stands before each line with `--prefix`.
    var prefix: String { "[pod/\(pod)/\(container)] " }

    /// What messages call it.
    var description: String { TerminalText.escaped("container \(container) of pod \(namespace)/\(pod)") }

    var podLocation: ResourceLocation { ResourceLocation(PodLookup.resource, namespace: namespace, name: pod) }

    func request(_ parameters: [APIRequest.Parameter]) -> APIRequest {
        var request = APIRequest.get(
            ResourceLocation(PodLookup.resource, namespace: namespace, name: pod, subresource: "log"))
        request.parameters = [APIRequest.Parameter("container", container)] + parameters
        request.accept = "application/json, */*"
        return request
    }
}
