/// Pods that are replaced step by step when their template changes (apps/v1 `Deployment`).
package struct Deployment: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var spec: DeploymentSpec
    package var status: DeploymentStatus
}

/// How many pods there shall be and how they are replaced (apps/v1 `DeploymentSpec`).
package struct DeploymentSpec: Codable, Sendable, Hashable {
    /// The server always sets it.
    package var replicas: Int32
    package var selector: LabelSelector?
    package var template: PodTemplateSpec
    package var strategy: DeploymentStrategy
    package var minReadySeconds: Int32
}

/// How pods are replaced by new ones (apps/v1 `DeploymentStrategy`).
package struct DeploymentStrategy: Codable, Sendable, Hashable {
    package var type: String
    package var rollingUpdate: RollingUpdateDeployment?
}

/// How many pods may be missing and too many meanwhile (apps/v1 `RollingUpdateDeployment`).
package struct RollingUpdateDeployment: Codable, Sendable, Hashable {
    package var maxUnavailable: IntOrString?
    package var maxSurge: IntOrString?
}

/// How many pods there are (apps/v1 `DeploymentStatus`).
package struct DeploymentStatus: Codable, Sendable, Hashable {
    package var replicas: Int32
    package var updatedReplicas: Int32
    package var availableReplicas: Int32
    package var unavailableReplicas: Int32
    package var conditions: [WorkloadCondition]
}
