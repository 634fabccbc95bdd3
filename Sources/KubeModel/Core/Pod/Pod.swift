/// Containers that run together on one node (core/v1 `Pod`).
package struct Pod: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var spec: PodSpec
    package var status: PodStatus
}
