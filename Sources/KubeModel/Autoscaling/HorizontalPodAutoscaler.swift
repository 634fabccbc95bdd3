/// How many pods a workload has by measures of any sort (autoscaling/v2 `HorizontalPodAutoscaler`).
package struct HorizontalPodAutoscaler: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var spec: Spec
    package var status: Status

    /// What is scaled, by which measures and within which limits.
    package struct Spec: Codable, Sendable, Hashable {
        package var scaleTargetRef: CrossVersionObjectReference
        package var minReplicas: Int32?
        package var maxReplicas: Int32
        package var metrics: [MetricSpec]
        package var behavior: ScalingBehavior?
    }

    /// How many pods there are and shall be, and what was measured.
    package struct Status: Codable, Sendable, Hashable {
        package var currentReplicas: Int32
        package var desiredReplicas: Int32
        package var currentMetrics: [MetricStatus]
        package var conditions: [Condition]
    }

    /// One aspect of an autoscaler's state.
    package struct Condition: Codable, Sendable, Hashable {
        package var type: String
        package var status: String
        package var reason: String
        package var message: String
    }
}

/// How fast an autoscaler may be (autoscaling/v2 `HorizontalPodAutoscalerBehavior`).
package struct ScalingBehavior: Codable, Sendable, Hashable {
    package var scaleUp: ScalingRules?
    package var scaleDown: ScalingRules?
}

/// How fast it goes in one direction (autoscaling/v2 `HPAScalingRules`).
package struct ScalingRules: Codable, Sendable, Hashable {
    package var stabilizationWindowSeconds: Int32?
    package var selectPolicy: String?
    package var policies: [ScalingPolicy]
}

/// A speed (autoscaling/v2 `HPAScalingPolicy`).
package struct ScalingPolicy: Codable, Sendable, Hashable {
    package var type: String
    package var value: Int32
    package var periodSeconds: Int32
}
