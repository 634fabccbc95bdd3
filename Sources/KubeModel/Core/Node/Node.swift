/// A machine of the cluster (core/v1 `Node`).
package struct Node: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var spec: NodeSpec
    package var status: NodeStatus
}
