package import KubeModel

/// Describes a replication controller.
package struct ReplicationControllerDescriber: Describer {
    private let controller: ReplicationController
    private let pods: PodCounts
    private let events: [Event]?

    /// Takes a replication controller, its pods, and the events about it; nil where they were not asked for.
    package init(_ controller: ReplicationController, pods: PodCounts, events: [Event]?) {
        self.controller = controller
        self.pods = pods
        self.events = events
    }

    package func describe(into text: inout DescribeText) {
        text.field("Name", controller.metadata.name)
        text.field("Namespace", controller.metadata.namespace)
        text.field("Selector", Labels.text(controller.spec.selector))
        text.labels("Labels", controller.metadata.labels)
        text.annotations(controller.metadata.annotations)
        text.field("Replicas", "\(controller.status.replicas) current / \(controller.spec.replicas) desired")
        text.field("Pods Status", pods.text)
        text.podTemplate(controller.spec.template)
        text.conditions(controller.status.conditions)
        text.events(events)
    }
}
