package import KubeModel

/// Describes a deployment with its replica sets.
package struct DeploymentDescriber: Describer {
    private let deployment: Deployment
    private let selector: String
    private let replicaSets: DeploymentReplicaSets?
    private let events: [Event]?

    /// Takes a deployment and what else was asked for.
    ///
    /// - Parameters:
    ///   - selector: the deployment's selector as it is written for `-l`.
    ///   - replicaSets: nil where they could not be had.
    ///   - events: nil where they were not asked for.
    package init(
        _ deployment: Deployment, selector: String, replicaSets: DeploymentReplicaSets?, events: [Event]?
    ) {
        self.deployment = deployment
        self.selector = selector
        self.replicaSets = replicaSets
        self.events = events
    }

    package func describe(into text: inout DescribeText) {
        let (spec, status) = (deployment.spec, deployment.status)
        text.field("Name", deployment.metadata.name)
        text.field("Namespace", deployment.metadata.namespace)
        text.field("CreationTimestamp", text.time(deployment.metadata.creationTimestamp))
        text.labels("Labels", deployment.metadata.labels)
        text.annotations(deployment.metadata.annotations)
        text.field("Selector", selector)
        let counts = [
            "\(spec.replicas) desired", "\(status.updatedReplicas) updated", "\(status.replicas) total",
            "\(status.availableReplicas) available", "\(status.unavailableReplicas) unavailable",
        ]
        text.field("Replicas", counts.joined(separator: " | "))
        text.field("StrategyType", spec.strategy.type)
        text.field("MinReadySeconds", spec.minReadySeconds)
        if let update = spec.strategy.rollingUpdate {
            let limits = [update.maxUnavailable, update.maxSurge].map { $0?.description ?? "<nil>" }
            text.field("RollingUpdateStrategy", "\(limits[0]) max unavailable, \(limits[1]) max surge")
        }
        text.podTemplate(spec.template)
        text.conditions(status.conditions)
        if let replicaSets, !replicaSets.isEmpty {
            text.field("OldReplicaSets", Self.list(replicaSets.old))
            text.field("NewReplicaSet", Self.list(replicaSets.new.map { [$0] } ?? []))
        }
        text.events(events)
    }

    private static func list(_ sets: [ReplicaSet]) -> String {
        guard !sets.isEmpty else { return "<none>" }
        return sets.map { set in
            "\(set.metadata.name) (\(set.status.replicas)/\(set.spec.replicas) replicas created)"
        }.joined(separator: ", ")
    }
}
