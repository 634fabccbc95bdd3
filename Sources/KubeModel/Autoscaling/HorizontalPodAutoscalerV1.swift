/// How many pods a workload has by the use of processors (autoscaling/v1 `HorizontalPodAutoscaler`).
package struct HorizontalPodAutoscalerV1: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var spec: Spec
    package var status: Status

    /// What is scaled and within which limits.
    package struct Spec: Codable, Sendable, Hashable {
        package var scaleTargetRef: CrossVersionObjectReference
        package var minReplicas: Int32?
        package var maxReplicas: Int32
        package var targetCPUUtilizationPercentage: Int32?
    }

    /// How many pods there are and shall be.
    package struct Status: Codable, Sendable, Hashable {
        package var currentReplicas: Int32
        package var desiredReplicas: Int32
        package var currentCPUUtilizationPercentage: Int32?
    }
}

/// An object of the same namespace (autoscaling `CrossVersionObjectReference`).
package struct CrossVersionObjectReference: Codable, Sendable, Hashable {
    package var kind: String
    package var name: String
}
