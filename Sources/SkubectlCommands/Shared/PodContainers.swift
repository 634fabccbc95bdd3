import JSONModel
import Renderers

/// The names of a pod's containers.
struct PodContainers {
    let pod: String
    let main: [String]
    let initial: [String]
    let ephemeral: [String]

    /// The annotation that names the container meant where none is named.
    static let defaultAnnotation = "kubectl.kubernetes.io/default-container"

    init(_ object: JSONValue) {
        func names(_ field: String) -> [String] {
            (object["spec"]?[field]?.array ?? []).map { $0["name"]?.string ?? "" }
        }
        pod = TerminalText.escaped(object["metadata"]?["name"]?.string ?? "")
        main = names("containers")
        initial = names("initContainers")
        ephemeral = names("ephemeralContainers")
    }

    var all: [String] { main + initial + ephemeral }

    /// All names as kubectl lists them.
    var description: String {
        let texts = main + ephemeral.map { "\($0) (ephem)" } + initial.map { "\($0) (init)" }
        return TerminalText.escaped(texts.joined(separator: ", "))
    }
}
