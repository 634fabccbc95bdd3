package import KubeModel

/// Describes an address of a service.
package struct IPAddressDescriber: Describer {
    private let address: IPAddress
    private let events: [Event]?

    /// Takes an address, and the events about it; nil where they were not asked for.
    package init(address: IPAddress, events: [Event]?) {
        self.address = address
        self.events = events
    }

    package func describe(into text: inout DescribeText) {
        text.field("Name", address.metadata.name)
        text.labels("Labels", address.metadata.labels)
        text.annotations(address.metadata.annotations)
        if let parent = address.spec.parentRef {
            text.line("Parent Reference:")
            text.field("Group", parent.group, level: 1)
            text.field("Resource", parent.resource, level: 1)
            text.field("Namespace", parent.namespace, level: 1)
            text.field("Name", parent.name, level: 1)
        }
        text.events(events)
    }
}
