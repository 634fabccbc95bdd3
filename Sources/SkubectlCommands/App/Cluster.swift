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
    /// How many requests are under way at once where a command has many to send.
    static let concurrency = 16

    /// Reads one object.
    func object(_ location: ResourceLocation) async throws(ClientError) -> JSONValue {
        try await client.json(.get(location))
    }

    /// Calls `body` for each element side by side, at most `Cluster.concurrency` at once, and returns the results in
    /// the order of the elements.
    func sideBySide<Element: Sendable, Output: Sendable>(
        _ elements: [Element], _ body: @escaping @Sendable (Element) async -> Output
    ) async -> [Output] {
        guard elements.count > 1 else {
            guard let only = elements.first else { return [] }
            return [await body(only)]
        }
        return await withTaskGroup(of: (Int, Output).self) { group in
            var outputs: [(Int, Output)] = []
            for (index, element) in elements.enumerated() {
                if index >= Self.concurrency, let finished = await group.next() { outputs.append(finished) }
                group.addTask { (index, await body(element)) }
            }
            for await finished in group { outputs.append(finished) }
            return outputs.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}
