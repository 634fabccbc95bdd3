import JSONModel
import KubeClient
import KubeModel

/// Finds the pods of a selector.
struct PodLookup {
    let cluster: Cluster

    static let resource = GroupVersionResource(group: "", version: "v1", resource: "pods")

    /// The pods there are.
    func pods(_ selector: String, namespace: String) async throws -> [JSONValue] {
        var query = ListQuery()
        query.labelSelector = selector
        let location = ResourceLocation(Self.resource, namespace: namespace)
        do {
            return try await cluster.client.json(.get(location, query: query))["items"]?.array ?? []
        } catch {
            throw ResourceReader.enhanced(error, gvr: Self.resource, query: query)
        }
    }

    /// The pods there are, waiting for the first one where there is none.
    func waiting(_ selector: String, namespace: String, limit: Duration) async throws -> [JSONValue] {
        let deadline = ContinuousClock.now + limit
        while true {
            let pods = try await pods(selector, namespace: namespace)
            if !pods.isEmpty { return pods }
            guard ContinuousClock.now < deadline else {
                throw CommandError.failed("timed out waiting for the condition")
            }
            try await Task.sleep(for: .milliseconds(500))
        }
    }
}
