import CommandLineKit
import KubeClient
import StdlibExtensions

/// Whether a change is only shown, and by whom it is worked out.
enum DryRun: Sendable, Hashable {
    case none
    /// The object is shown as it would be sent; nothing is sent.
    case client
    /// The server does everything but store it.
    case server

    /// What `--dry-run` without a value stands for.
    private static let implied = "unchanged"

    static let flag = Flag(
        "dry-run", default: "none",
        help: "Must be \"none\", \"server\" or \"client\". \"client\" only shows the object that would be sent; "
            + "\"server\" has the server do everything but store it."
    ).implying(implied).completing(.values(["none", "server", "client"]))

    /// Reads the flag; kubectl still takes booleans and says what to write instead.
    init(_ arguments: ParsedArguments) throws(UsageError) {
        let word = arguments[Self.flag]
        switch word {
        case "none": self = .none
        case "client", Self.implied: self = .client
        case "server": self = .server
        default:
            guard let value = Bool(goText: word) else {
                throw .invalid(
                    "Invalid dry-run value (\(word)). Must be \"none\", \"server\", or \"client\".", hint: .none)
            }
            self = value ? .client : .none
        }
    }

    /// What stands behind the operation in the one-line result.
    var suffix: String {
        switch self {
        case .none: ""
        case .client: " (dry run)"
        case .server: " (server dry run)"
        }
    }

    /// The parameters that ask the server for it.
    var parameters: [APIRequest.Parameter] {
        self == .server ? [APIRequest.Parameter("dryRun", "All")] : []
    }
}
