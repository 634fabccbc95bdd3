import JSONModel
import KubeClient
import KubeModel

/// Finds the pods of a selector.
struct PodLookup {
    let cluster: Cluster

    static let resource = GroupVersionResource(group: "", version: "v1", resource: "pods")

    /// The pods there are.
    func pods(_ selector: String, namespace: String) async throws -> [JSONValue] {
        let query = Self.query(selector)
        let location = ResourceLocation(Self.resource, namespace: namespace)
        do {
            return try await cluster.client.json(.get(location, query: query))["items"]?.array ?? []
        } catch {
            throw ResourceReader.enhanced(error, gvr: Self.resource, query: query)
        }
    }

    /// The pods there are, or the first that comes.
    func waiting(_ selector: String, namespace: String, limit: Duration) async throws -> [JSONValue] {
        let pods = try await pods(selector, namespace: namespace)
        if !pods.isEmpty { return pods }
        let watch = CollectionWatch(
            cluster.client, ResourceLocation(Self.resource, namespace: namespace), query: Self.query(selector))
        guard let first = try await FirstArrival(watches: [watch], limit: limit).objects() else {
            throw CommandError.failed("timed out waiting for the condition")
        }
        return first
    }

    private static func query(_ selector: String) -> ListQuery {
        var query = ListQuery()
        query.labelSelector = selector
        return query
    }
}
