/// How many pods may be missing at will (policy/v1 `PodDisruptionBudget`).
package struct PodDisruptionBudget: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var spec: PodDisruptionBudgetSpec
    package var status: PodDisruptionBudgetStatus
}

/// How many of which pods must be there (policy/v1 `PodDisruptionBudgetSpec`).
package struct PodDisruptionBudgetSpec: Codable, Sendable, Hashable {
    package var minAvailable: IntOrString?
    package var selector: LabelSelector?
    package var maxUnavailable: IntOrString?
}

/// How many pods are there (policy/v1 `PodDisruptionBudgetStatus`).
package struct PodDisruptionBudgetStatus: Codable, Sendable, Hashable {
    package var disruptionsAllowed: Int32
    package var currentHealthy: Int32
    package var desiredHealthy: Int32
    package var expectedPods: Int32
}
