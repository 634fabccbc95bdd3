/// A number of pods of one template (apps/v1 `ReplicaSet`).
package struct ReplicaSet: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var spec: ReplicaSetSpec
    package var status: ReplicaSetStatus
}

/// How many pods there shall be (apps/v1 `ReplicaSetSpec`).
package struct ReplicaSetSpec: Codable, Sendable, Hashable {
    /// The server always sets it.
    package var replicas: Int32
    package var selector: LabelSelector?
    package var template: PodTemplateSpec
}

/// How many pods there are (apps/v1 `ReplicaSetStatus`, core/v1 `ReplicationControllerStatus`).
package struct ReplicaSetStatus: Codable, Sendable, Hashable {
    package var replicas: Int32
    package var conditions: [WorkloadCondition]
}
