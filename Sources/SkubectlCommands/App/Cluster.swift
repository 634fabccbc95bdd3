import JSONModel
import KubeClient
import KubeConfig
import KubeModel

/// The cluster a command talks to: its client, what it has, and the namespace the user means.
struct Cluster: Sendable {
    let client: APIClient
    let discovery: Discovery
    /// The namespace of `--namespace`, of the context, or "default".
    let namespace: String
    /// Whether the namespace was given on the command line, so that a manifest may not name another.
    let namespaceIsExplicit: Bool

    /// Reads one object.
    func object(_ location: ResourceLocation) async throws(ClientError) -> JSONValue {
        try await client.json(.get(location))
    }
}
