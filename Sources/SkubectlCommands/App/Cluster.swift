import JSONModel
import KubeClient
import KubeConfig
import KubeModel
import StdlibExtensions

/// The cluster a command talks to: its client, what it has, and the namespace the user means.
struct Cluster: Sendable {
    let client: APIClient
    let discovery: Discovery
    /// What the server says of the fields of its objects.
    let openAPI: OpenAPIReader
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

    /// Creates an object, without a version, which only the server gives, and returns it as the server has it.
    func create(
        _ object: JSONValue, as selected: SelectedObject, _ parameters: [APIRequest.Parameter]
    ) async throws(ClientError) -> JSONValue {
        var object = object
        if object["metadata"]?["resourceVersion"] != nil { object["metadata"]?["resourceVersion"] = nil }
        var request = APIRequest.create(object, in: selected.mapping.location(namespace: selected.namespace))
        request.parameters = parameters
        return try await client.json(request, numbers: .normalizedAsGo)
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

extension Cluster {
    /// The resources that a name or a short name without a group means, by priority; warns where a short name has others.
    func mappings(forResource name: String) async throws(ClientError) -> [RESTMapping] {
        let mappings = try await discovery.mappings(forResource: name)
        try await warnOfLowerPriority(thanShortName: name)
        return mappings
    }

    /// Warns of the resources that a short name does not mean because another one goes before them.
    func warnOfLowerPriority(thanShortName name: String) async throws(ClientError) {
        for other in try await discovery.lowerPriorityResources(forShortName: name) {
            warn("short name \(name.goQuoted) could also match lower priority resource \(other.groupResource)")
        }
    }
}

extension Cluster {
    /// The same cluster with another namespace, as if `--namespace` named it; with nil as it is.
    func inNamespace(_ namespace: String?) -> Cluster {
        guard let namespace else { return self }
        return Cluster(
            client: client, discovery: discovery, openAPI: openAPI, cache: cache, namespace: namespace,
            namespaceIsExplicit: true, warn: warn)
    }
}
