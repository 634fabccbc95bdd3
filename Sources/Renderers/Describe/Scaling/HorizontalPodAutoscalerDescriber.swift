package import KubeModel

/// Describes an autoscaler as autoscaling/v2 has it.
package struct HorizontalPodAutoscalerDescriber: Describer {
    private let autoscaler: HorizontalPodAutoscaler
    private let events: [Event]?

    /// Takes an autoscaler, and the events about it; nil where they were not asked for.
    package init(_ autoscaler: HorizontalPodAutoscaler, events: [Event]?) {
        self.autoscaler = autoscaler
        self.events = events
    }

    package func describe(into text: inout DescribeText) {
        let (spec, status) = (autoscaler.spec, autoscaler.status)
        text.autoscaler(autoscaler.metadata, of: spec.scaleTargetRef)
        text.field("Metrics", "( current / target )")
        for (index, metric) in spec.metrics.enumerated() {
            let current = index < status.currentMetrics.count ? status.currentMetrics[index] : nil
            text.metric(metric, current)
        }
        text.replicaLimits(spec.minReplicas, spec.maxReplicas)
        if let behavior = spec.behavior {
            text.line("Behavior:")
            rules("Scale Up", behavior.scaleUp, into: &text)
            rules("Scale Down", behavior.scaleDown, into: &text)
        }
        text.replicas(of: spec.scaleTargetRef, status.currentReplicas, desired: status.desiredReplicas)
        conditions(into: &text)
        text.events(events)
    }

    private func rules(_ direction: String, _ rules: ScalingRules?, into text: inout DescribeText) {
        guard let rules else { return }
        text.line("\(direction):", level: 1)
        if let window = rules.stabilizationWindowSeconds {
            text.line("Stabilization Window: \(window) seconds", level: 2)
        }
        guard !rules.policies.isEmpty else { return }
        text.line("Select Policy: \(rules.selectPolicy ?? "Max")", level: 2)
        text.line("Policies:", level: 2)
        for policy in rules.policies {
            let period = "Period: \(policy.periodSeconds) seconds"
            text.line("- Type: \(policy.type)\tValue: \(policy.value)\t\(period)", level: 3)
        }
    }

    private func conditions(into text: inout DescribeText) {
        guard !autoscaler.status.conditions.isEmpty else { return }
        text.line("Conditions:")
        text.line("Type\tStatus\tReason\tMessage", level: 1)
        text.line("----\t------\t------\t-------", level: 1)
        for condition in autoscaler.status.conditions {
            let cells = [condition.type, condition.status, condition.reason, condition.message]
            text.line(cells.joined(separator: "\t"), level: 1)
        }
    }
}
