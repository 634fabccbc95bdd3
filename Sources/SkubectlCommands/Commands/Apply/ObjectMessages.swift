import KubeClient
import Renderers
import Synchronization
import SystemIO

/// What is to be told on standard error while one object is worked on, kept until its turn comes.
final class ObjectMessages: Sendable {
    private enum Message {
        case warning(String)
        case line(String)
        case log(source: String, String)
    }

    private let messages = Mutex<[Message]>([])

    /// Keeps a warning of the server; each text is told once.
    func warn(_ text: String) {
        messages.withLock { $0.append(.warning(text)) }
    }

    /// Keeps a line of the command's own, without its end.
    func line(_ text: String) {
        messages.withLock { $0.append(.line(text)) }
    }

    /// Keeps a warning for kubectl's log; `source` is the file and the line it names.
    func log(_ source: String, _ text: String) {
        messages.withLock { $0.append(.log(source: source, text)) }
    }

    /// Writes all that is kept.
    func tell(in context: CommandContext) {
        for message in messages.withLock({ $0 }) {
            switch message {
            case .warning(let text): context.warnings.print(text)
            case .line(let text): context.console.writeError(TerminalText.escaped(text) + "\n")
            case .log(let source, let text):
                context.log
                    .writePlain(0, source, TerminalText.escaped(text), severity: .warning)
            }
        }
    }
}

extension Cluster {
    /// The cluster with a client whose server's warnings are kept for one object's turn.
    func telling(_ messages: ObjectMessages) -> Cluster {
        Cluster(
            client: client.reporting { messages.warn($0) }, discovery: discovery, openAPI: openAPI, cache: cache,
            namespace: namespace, namespaceIsExplicit: namespaceIsExplicit, warn: { messages.warn($0) })
    }
}
