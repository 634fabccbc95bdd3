package import KubeModel

/// Describes the storage drivers of a node.
package struct CSINodeDescriber: Describer {
    private let node: CSINode
    private let events: [Event]?

    /// Takes a node's drivers, and the events about them; nil where they were not asked for.
    package init(node: CSINode, events: [Event]?) {
        self.node = node
        self.events = events
    }

    package func describe(into text: inout DescribeText) {
        text.field("Name", node.metadata.name)
        text.labels("Labels", node.metadata.labels)
        text.annotations(node.metadata.annotations)
        text.field("CreationTimestamp", text.time(node.metadata.creationTimestamp))
        text.line("Spec:")
        if let drivers = node.spec.drivers {
            text.line("Drivers:", level: 1)
            for driver in drivers { describe(driver, into: &text) }
        }
        text.events(events)
    }

    private func describe(_ driver: CSINode.Driver, into text: inout DescribeText) {
        text.line("\(driver.name):", level: 2)
        text.field("Node ID", driver.nodeID, level: 3)
        if let count = driver.allocatable?.count {
            text.line("Allocatables:", level: 3)
            text.field("Count", count, level: 4)
        }
        if let keys = driver.topologyKeys { text.field("Topology Keys", keys.goText, level: 3) }
    }
}
