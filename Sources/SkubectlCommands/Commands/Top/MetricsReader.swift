import JSONModel
import KubeClient
import KubeModel

/// Reads metrics from the cluster's Metrics API (metrics.k8s.io/v1beta1).
struct MetricsReader {
    let cluster: Cluster

    private static let version = GroupVersion(group: "metrics.k8s.io", version: "v1beta1")

    /// Throws where the cluster has no Metrics API.
    func checkAvailability() async throws {
        guard try await SteadyReading.read({ try await cluster.discovery.groupVersions() }).contains(Self.version)
        else {
            throw CommandError.failed("Metrics API not available")
        }
    }

    /// The metrics of one object, or where `name` is empty of all that the query selects.
    ///
    /// - Parameter namespace: Nil for all namespaces, and for what has none.
    func metrics<Metrics: Decodable>(
        of resource: String, namespace: String? = nil, name: String, query: ListQuery
    ) async throws -> [Metrics] {
        let gvr = GroupVersionResource(group: Self.version.group, version: Self.version.version, resource: resource)
        let location = ResourceLocation(gvr, namespace: namespace, name: name.isEmpty ? nil : name)
        let answer = try await SteadyReading.read {
            try await cluster.client.json(.get(location, query: name.isEmpty ? query : ListQuery()))
        }
        let items = name.isEmpty ? answer["items"]?.array ?? [] : [answer]
        do { return try items.map { try $0.decoded(as: Metrics.self) } } catch let mismatch as JSONMismatch {
            throw ClientError.unexpectedObject(mismatch)
        }
    }

    /// The query of a selector, which is read before anything is asked.
    static func query(labels: String, fields: String = "") throws -> ListQuery {
        var query = ListQuery()
        do {
            _ = try LabelQuery(labels)
        } catch let error {
            throw CommandError.failed(error.message)
        }
        do {
            query.fieldSelector = try FieldQuery(fields).text
        } catch let error {
            throw CommandError.failed(error.message)
        }
        query.labelSelector = labels
        return query
    }
}
