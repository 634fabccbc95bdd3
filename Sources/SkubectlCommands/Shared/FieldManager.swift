import CommandLineKit
import KubeClient

/// Under which name the server records who owns the fields that a command sets.
///
/// Where kubectl names none and leaves it to its User-Agent, the name is "kubectl", so that both programs own the same
/// fields.
struct FieldManager: Sendable, Hashable {
    /// The name of a command without a name of its own.
    static let unnamed = FieldManager(name: "kubectl")

    let name: String

    /// `--field-manager` with the name that a command has by default.
    static func flag(_ name: String) -> Flag<String> {
        Flag("field-manager", default: name, help: "Name under which the fields' owner is recorded.")
    }

    init(name: String) {
        self.name = name
    }

    /// The same, but for an empty name the one that a server takes from kubectl's User-Agent.
    var named: FieldManager { name.isEmpty ? .unnamed : self }

    /// What `flag` says; an empty word is no name.
    init(_ arguments: ParsedArguments, _ flag: Flag<String>) {
        let word = arguments[flag]
        self = word.isEmpty ? .unnamed : FieldManager(name: word)
    }

    /// The parameters of a request that changes something.
    var parameters: [APIRequest.Parameter] {
        [APIRequest.Parameter("fieldManager", name)]
    }
}
