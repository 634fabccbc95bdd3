/// What the containers of a pod use of the resources of its node (metrics.k8s.io/v1beta1 `PodMetrics`).
package struct PodMetrics: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var containers: [ContainerMetrics]

    /// What all containers use together.
    package var usage: [String: Quantity] { ContainerMetrics.usage(of: containers) }
}

/// What a container uses (metrics.k8s.io/v1beta1 `ContainerMetrics`).
package struct ContainerMetrics: Codable, Sendable, Hashable {
    package var name: String
    package var usage: [String: Quantity]

    /// What some containers use together.
    package static func usage(of containers: [ContainerMetrics]) -> [String: Quantity] {
        containers.reduce(into: [:]) { sum, container in
            for (resource, amount) in container.usage { sum[resource] = (sum[resource] ?? .zero).adding(amount) }
        }
    }
}
