import KubeClient

/// What only commands can fail with; everything below has error types of its own.
enum CommandError: Error {
    /// A rule that belongs to one command, as kubectl says it. kubectl: `error: SENTENCE`.
    case failed(String)
    /// Several failures, each told on its own (`MultipleErrors`); nested ones are flattened.
    case several([any Error])
    /// The server refused an object of a manifest. kubectl: `Error from server (R): error when VERB "SOURCE": …`.
    case onManifest(verb: String, source: String, ClientError)
    /// A document of a manifest that does not fit the server's schema. kubectl: `error: error validating "SOURCE": …`.
    case invalidManifest(source: String, [ValidationFault])
    /// kubectl: `error: couldn't get available api versions from server: …`.
    case apiVersionsUnavailable(ClientError)
    /// kubectl: `error: unable to retrieve the complete list of server APIs: metrics.k8s.io/v1beta1: …`.
    case discoveryIncomplete([DiscoverySnapshot.Failure])
    /// Everything is said already; kubectl exits with this code and prints no more.
    case silent(exitCode: Int32)

    /// Throws nothing for no error, a single one as it is, and several as one.
    static func throwAll(_ errors: [any Error]) throws {
        switch errors.count {
        case 0: return
        case 1: throw errors[0]
        default: throw CommandError.several(errors)
        }
    }
}
