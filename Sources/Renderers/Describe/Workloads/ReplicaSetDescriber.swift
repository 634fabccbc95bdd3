package import KubeModel

/// Describes a replica set.
package struct ReplicaSetDescriber: Describer {
    /// What was found out about the pods of a replica set.
    package enum Pods: Sendable, Hashable {
        case found(PodCounts)
        /// Why they could not be had, in the words of the error.
        case failed(String)
    }

    private let set: ReplicaSet
    private let pods: Pods
    private let events: [Event]?

    /// Takes a replica set, its pods, and the events about it; nil where they were not asked for.
    package init(_ set: ReplicaSet, pods: Pods, events: [Event]?) {
        self.set = set
        self.pods = pods
        self.events = events
    }

    package func describe(into text: inout DescribeText) {
        text.field("Name", set.metadata.name)
        text.field("Namespace", set.metadata.namespace)
        text.field("Selector", set.spec.selector.text)
        text.labels("Labels", set.metadata.labels)
        text.annotations(set.metadata.annotations)
        text.controller(of: set.metadata)
        text.field("Replicas", "\(set.status.replicas) current / \(set.spec.replicas) desired")
        switch pods {
        case .found(let counts): text.field("Pods Status", counts.text)
        case .failed(let reason): text.field("Pods Status", "error in fetching pods: \(reason)")
        }
        text.podTemplate(set.spec.template)
        text.conditions(set.status.conditions)
        text.events(events)
    }
}
