/// Pods with names and storage that stay (apps/v1 `StatefulSet`).
package struct StatefulSet: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var spec: StatefulSetSpec
    package var status: StatefulSetStatus
}

/// How many pods there shall be, and what storage each gets (apps/v1 `StatefulSetSpec`).
package struct StatefulSetSpec: Codable, Sendable, Hashable {
    /// The server always sets it.
    package var replicas: Int32
    package var selector: LabelSelector?
    package var template: PodTemplateSpec
    package var volumeClaimTemplates: [PersistentVolumeClaimTemplate]
    package var updateStrategy: StatefulSetUpdateStrategy
}

/// How pods are replaced by new ones (apps/v1 `StatefulSetUpdateStrategy`).
package struct StatefulSetUpdateStrategy: Codable, Sendable, Hashable {
    package var type: String
    package var rollingUpdate: RollingUpdateStatefulSetStrategy?
}

/// Which pods are replaced, and how many at once (apps/v1 `RollingUpdateStatefulSetStrategy`).
package struct RollingUpdateStatefulSetStrategy: Codable, Sendable, Hashable {
    package var partition: Int32?
    package var maxUnavailable: IntOrString?
}

/// How many pods there are (apps/v1 `StatefulSetStatus`).
package struct StatefulSetStatus: Codable, Sendable, Hashable {
    package var replicas: Int32
}
