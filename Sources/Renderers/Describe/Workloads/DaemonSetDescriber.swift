package import KubeModel

/// Describes a daemon set.
package struct DaemonSetDescriber: Describer {
    private let set: DaemonSet
    private let selector: String
    private let pods: PodCounts
    private let events: [Event]?

    /// Takes a daemon set, its selector as it is written for `-l`, its pods, and the events about it; nil where they were
    /// not asked for.
    package init(_ set: DaemonSet, selector: String, pods: PodCounts, events: [Event]?) {
        self.set = set
        self.selector = selector
        self.pods = pods
        self.events = events
    }

    package func describe(into text: inout DescribeText) {
        let status = set.status
        text.field("Name", set.metadata.name)
        text.field("Namespace", set.metadata.namespace)
        text.field("Selector", selector)
        text.field("Node-Selector", Labels.text(set.spec.template.spec.nodeSelector))
        text.labels("Labels", set.metadata.labels)
        text.annotations(set.metadata.annotations)
        text.line("Desired Number of Nodes Scheduled: \(status.desiredNumberScheduled)")
        text.line("Current Number of Nodes Scheduled: \(status.currentNumberScheduled)")
        text.line("Number of Nodes Scheduled with Up-to-date Pods: \(status.updatedNumberScheduled)")
        text.line("Number of Nodes Scheduled with Available Pods: \(status.numberAvailable)")
        text.line("Number of Nodes Misscheduled: \(status.numberMisscheduled)")
        text.field("Pods Status", pods.text)
        text.podTemplate(set.spec.template)
        text.events(events)
    }
}
