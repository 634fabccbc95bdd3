package import KubeModel

/// Describes an autoscaler as autoscaling/v1 has it.
package struct HorizontalPodAutoscalerV1Describer: Describer {
    private let autoscaler: HorizontalPodAutoscalerV1
    private let events: [Event]?

    /// Takes an autoscaler, and the events about it; nil where they were not asked for.
    package init(_ autoscaler: HorizontalPodAutoscalerV1, events: [Event]?) {
        self.autoscaler = autoscaler
        self.events = events
    }

    package func describe(into text: inout DescribeText) {
        let (spec, status) = (autoscaler.spec, autoscaler.status)
        text.autoscaler(autoscaler.metadata, of: spec.scaleTargetRef)
        if let target = spec.targetCPUUtilizationPercentage {
            text.field("Target CPU utilization", "\(target)%")
            let current = status.currentCPUUtilizationPercentage?.description ?? "<unknown>"
            text.field("Current CPU utilization", "\(current)%")
        }
        text.replicaLimits(spec.minReplicas, spec.maxReplicas)
        text.replicas(of: spec.scaleTargetRef, status.currentReplicas, desired: status.desiredReplicas)
        text.events(events)
    }
}

extension DescribeText {
    /// Writes what an autoscaler is and what it scales.
    mutating func autoscaler(_ metadata: ObjectMeta, of target: CrossVersionObjectReference) {
        field("Name", metadata.name)
        field("Namespace", metadata.namespace)
        labels("Labels", metadata.labels)
        annotations(metadata.annotations)
        field("CreationTimestamp", time(metadata.creationTimestamp))
        field("Reference", "\(target.kind)/\(target.name)")
    }

    /// Writes how many pods an autoscaler may ask for.
    mutating func replicaLimits(_ least: Int32?, _ most: Int32) {
        field("Min replicas", least?.description ?? "<unset>")
        field("Max replicas", most)
    }

    /// Writes how many pods a scaled object has, and shall have.
    mutating func replicas(of target: CrossVersionObjectReference, _ current: Int32, desired: Int32) {
        field("\(target.kind) pods", "\(current) current / \(desired) desired")
    }
}
