import JSONModel
import KubeClient
import KubeConfig
import KubeModel

/// The cluster a command talks to: its client, what it has, and the namespace the user means.
struct Cluster: Sendable {
    let client: APIClient
    let discovery: Discovery
    /// What is kept of the server between commands.
    let cache: ServerCache
    /// The namespace of `--namespace`, of the context, or "default".
    let namespace: String
    /// Whether the namespace was given on the command line, so that a manifest may not name another.
    let namespaceIsExplicit: Bool

    /// Tells of something outside of the result.
    let warn: @Sendable (String) -> Void

    private static let namespaces = GroupVersionResource(group: "", version: "v1", resource: "namespaces")

    /// Reads one object.
    ///
    /// Where it is not there because its namespace is not, the error says so (cli-runtime's `Info.Get`).
    func object(
        _ location: ResourceLocation, accept: String = APIRequest.acceptJSON,
        parameters: [APIRequest.Parameter] = [], numbers: JSONParsingOptions.NumberForm = .asWritten
    ) async throws(ClientError) -> JSONValue {
        var request = APIRequest.get(location)
        request.accept = accept
        request.parameters += parameters
        do {
            return try await client.json(request, numbers: numbers)
        } catch {
            guard case .status(let status) = error, status.isNotFound, let namespace = location.namespace,
                namespace != "default"
            else { throw error }
            try await checkExistence(ofNamespace: namespace)
            throw error
        }
    }

    private func checkExistence(ofNamespace name: String) async throws(ClientError) {
        do {
            _ = try await client.bytes(.get(ResourceLocation(Self.namespaces, name: name)))
        } catch {
            // Only what is sure is told: who may not look does not know.
            if case .status(let status) = error, status.isNotFound { throw error }
        }
    }
}
