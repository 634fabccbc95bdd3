/// A number of pods of one template, as it was before replica sets (core/v1 `ReplicationController`).
package struct ReplicationController: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var spec: ReplicationControllerSpec
    package var status: ReplicaSetStatus
}

/// How many pods there shall be (core/v1 `ReplicationControllerSpec`).
package struct ReplicationControllerSpec: Codable, Sendable, Hashable {
    /// The server always sets it.
    package var replicas: Int32
    package var selector: [String: String]
    package var template: PodTemplateSpec?
}
