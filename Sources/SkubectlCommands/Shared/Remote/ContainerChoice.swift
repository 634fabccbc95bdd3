import JSONModel
import Renderers
import StdlibExtensions

/// Which container of a pod is meant (kubectl's `podcmd`).
struct ContainerChoice {
    let name: String
    /// The container's own object.
    let container: JSONValue
    let isEphemeral: Bool

    /// The container named, the one the pod's annotation names, or the first, which is then told by `tell`.
    ///
    /// - Parameter name: empty where none is named.
    init(of pod: JSONValue, named name: String, tell: (String) -> Void) throws {
        let names = PodContainers(pod)
        guard !names.main.isEmpty || !name.isEmpty else {
            let namespace = pod["metadata"]?["namespace"]?.string ?? ""
            throw CommandError.failed("pod \(namespace)/\(names.pod) does not have any containers")
        }
        let annotated = pod["metadata"]?["annotations"]?[PodContainers.defaultAnnotation]?.string ?? ""
        let wanted = name.isEmpty ? annotated : name
        if wanted.isEmpty {
            if names.all.count > 1 {
                tell("Defaulted container \(names.main[0].goQuoted) out of: \(names.description)\n")
            }
            self.init(pod, names.main[0])
            return
        }
        guard names.all.contains(wanted) else {
            throw CommandError.failed(
                "container \(TerminalText.escaped(wanted)) is not valid for pod \(names.pod) out of: \(names.description)"
            )
        }
        self.init(pod, wanted)
    }

    private init(_ pod: JSONValue, _ name: String) {
        self.name = name
        func find(_ field: String) -> JSONValue? {
            pod["spec"]?[field]?.array?.first { $0["name"]?.string == name }
        }
        let own = find("containers") ?? find("initContainers")
        container = own ?? find("ephemeralContainers") ?? .null
        isEphemeral = own == nil
    }

    /// Whether the container was made with a terminal.
    var hasTerminal: Bool { container["tty"]?.bool ?? false }
}
