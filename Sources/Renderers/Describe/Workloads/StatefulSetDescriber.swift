package import KubeModel

/// Describes a stateful set.
package struct StatefulSetDescriber: Describer {
    private let set: StatefulSet
    private let selector: String
    private let pods: PodCounts
    private let events: [Event]?

    /// Takes a stateful set, its selector as it is written for `-l`, its pods, and the events about it; nil where they
    /// were not asked for.
    package init(_ set: StatefulSet, selector: String, pods: PodCounts, events: [Event]?) {
        self.set = set
        self.selector = selector
        self.pods = pods
        self.events = events
    }

    package func describe(into text: inout DescribeText) {
        text.field("Name", set.metadata.name)
        text.field("Namespace", set.metadata.namespace)
        text.field("CreationTimestamp", text.time(set.metadata.creationTimestamp))
        text.field("Selector", selector)
        text.labels("Labels", set.metadata.labels)
        text.annotations(set.metadata.annotations)
        text.field("Replicas", "\(set.spec.replicas) desired | \(set.status.replicas) total")
        text.field("Update Strategy", set.spec.updateStrategy.type)
        if let update = set.spec.updateStrategy.rollingUpdate, let partition = update.partition {
            text.field("Partition", partition, level: 1)
            if let limit = update.maxUnavailable { text.field("MaxUnavailable", limit, level: 1) }
        }
        text.field("Pods Status", pods.text)
        text.podTemplate(set.spec.template)
        text.volumeClaims(set.spec.volumeClaimTemplates)
        text.events(events)
    }
}
