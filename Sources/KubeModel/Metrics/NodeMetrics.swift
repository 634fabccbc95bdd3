/// What a node uses of its resources (metrics.k8s.io/v1beta1 `NodeMetrics`).
package struct NodeMetrics: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var usage: [String: Quantity]
}
