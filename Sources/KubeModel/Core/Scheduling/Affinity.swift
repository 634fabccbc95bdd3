/// Where a pod shall and shall not run (core/v1 `Affinity`).
package struct Affinity: Codable, Sendable, Hashable {
    package var nodeAffinity: NodeAffinity?
    package var podAffinity: PodAffinity?
    package var podAntiAffinity: PodAntiAffinity?
}

/// Which nodes a pod likes (core/v1 `NodeAffinity`).
package struct NodeAffinity: Codable, Sendable, Hashable {
    package var requiredDuringSchedulingIgnoredDuringExecution: NodeSelector?
    package var preferredDuringSchedulingIgnoredDuringExecution: [PreferredSchedulingTerm]
}

/// A kind of node that is better than others (core/v1 `PreferredSchedulingTerm`).
package struct PreferredSchedulingTerm: Codable, Sendable, Hashable {
    package var weight: Int32
    package var preference: NodeSelectorTerm
}

/// Which pods a pod likes to be near to (core/v1 `PodAffinity`).
package struct PodAffinity: Codable, Sendable, Hashable {
    package var requiredDuringSchedulingIgnoredDuringExecution: [PodAffinityTerm]
    package var preferredDuringSchedulingIgnoredDuringExecution: [WeightedPodAffinityTerm]
}

/// Which pods a pod keeps away from (core/v1 `PodAntiAffinity`).
package struct PodAntiAffinity: Codable, Sendable, Hashable {
    package var requiredDuringSchedulingIgnoredDuringExecution: [PodAffinityTerm]
    package var preferredDuringSchedulingIgnoredDuringExecution: [WeightedPodAffinityTerm]
}

/// Some pods, and what near means (core/v1 `PodAffinityTerm`).
package struct PodAffinityTerm: Codable, Sendable, Hashable {
    package var labelSelector: LabelSelector?
    package var namespaces: [String]
    package var topologyKey: String
    package var namespaceSelector: LabelSelector?
    package var matchLabelKeys: [String]
    package var mismatchLabelKeys: [String]
}

/// Pods that matter to a degree (core/v1 `WeightedPodAffinityTerm`).
package struct WeightedPodAffinityTerm: Codable, Sendable, Hashable {
    package var weight: Int32
    package var podAffinityTerm: PodAffinityTerm
}
