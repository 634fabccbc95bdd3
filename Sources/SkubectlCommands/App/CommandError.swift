import KubeClient

/// What only commands can fail with; everything below has error types of its own.
enum CommandError: Error {
    /// A rule that belongs to one command, as kubectl says it. kubectl: `error: SENTENCE`.
    case failed(String)
    /// Several failures, each told on its own (`MultipleErrors`); nested ones are flattened.
    case several([any Error])
    /// Several failures told as one, between brackets (Go's `Aggregate.Error`).
    case together([any Error])
    /// The server refused an object of a manifest. kubectl: `Error from server (R): error when VERB "SOURCE": …`.
    case onManifest(verb: String, source: String, ClientError)
    /// The server did not take an object that a command made by itself. kubectl: `error: failed to create job: …`.
    case refusedObject(prefix: String, ClientError)
    /// A document of a manifest that does not fit the server's schema. kubectl: `error: error validating "SOURCE": …`.
    case invalidManifest(source: String, [ValidationFault])
    /// kubectl: `error: couldn't get available api versions from server: …`.
    case apiVersionsUnavailable(ClientError)
    /// kubectl: `error: unable to retrieve the complete list of server APIs: metrics.k8s.io/v1beta1: …`.
    case discoveryIncomplete([DiscoverySnapshot.Failure])
    /// The server could not be asked for the resource of a manifest's object; `isItem` where that stands in a list.
    ///
    /// kubectl: `error: unable to recognize "SOURCE": …`.
    case unrecognized(source: String, isItem: Bool, ClientError)
    /// A signal kept an object from being changed.
    case interrupted(InterruptedWork)
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
