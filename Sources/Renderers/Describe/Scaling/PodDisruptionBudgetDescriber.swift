package import KubeModel

/// Describes how many pods may be missing at will.
package struct PodDisruptionBudgetDescriber: Describer {
    private let budget: PodDisruptionBudget
    private let events: [Event]?

    /// Takes a budget, and the events about it; nil where they were not asked for.
    package init(_ budget: PodDisruptionBudget, events: [Event]?) {
        self.budget = budget
        self.events = events
    }

    package func describe(into text: inout DescribeText) {
        text.field("Name", budget.metadata.name)
        text.field("Namespace", budget.metadata.namespace)
        if let least = budget.spec.minAvailable {
            text.field("Min available", least)
        } else if let most = budget.spec.maxUnavailable {
            text.field("Max unavailable", most)
        }
        text.field("Selector", budget.spec.selector?.text ?? "<unset>")
        text.line("Status:")
        text.field("Allowed disruptions", budget.status.disruptionsAllowed, level: 2)
        text.field("Current", budget.status.currentHealthy, level: 2)
        text.field("Desired", budget.status.desiredHealthy, level: 2)
        text.field("Total", budget.status.expectedPods, level: 2)
        text.events(events)
    }
}
