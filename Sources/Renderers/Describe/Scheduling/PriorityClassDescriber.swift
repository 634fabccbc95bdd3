package import KubeModel

/// Describes a priority class.
package struct PriorityClassDescriber: Describer {
    private let priorityClass: PriorityClass
    private let events: [Event]?

    /// Takes a priority class, and the events about it; nil where they were not asked for.
    package init(priorityClass: PriorityClass, events: [Event]?) {
        self.priorityClass = priorityClass
        self.events = events
    }

    package func describe(into text: inout DescribeText) {
        text.field("Name", priorityClass.metadata.name)
        text.field("Value", priorityClass.value)
        text.field("GlobalDefault", priorityClass.globalDefault)
        text.field("PreemptionPolicy", priorityClass.preemptionPolicy)
        text.field("Description", priorityClass.description)
        text.field("Annotations", Labels.text(priorityClass.metadata.annotations))
        text.events(events)
    }
}
