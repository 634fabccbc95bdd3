package import KubeModel

/// Describes ranges of addresses of services.
package struct ServiceCIDRDescriber: Describer {
    private let ranges: ServiceCIDR
    private let events: [Event]?

    /// Takes ranges, and the events about them; nil where they were not asked for.
    package init(ranges: ServiceCIDR, events: [Event]?) {
        self.ranges = ranges
        self.events = events
    }

    package func describe(into text: inout DescribeText) {
        text.field("Name", ranges.metadata.name)
        text.labels("Labels", ranges.metadata.labels)
        text.annotations(ranges.metadata.annotations)
        text.field("CIDRs", ranges.spec.cidrs.joined(separator: ", "))
        if !ranges.status.conditions.isEmpty {
            text.line("Status:")
            text.conditions(ranges.status.conditions)
        }
        text.events(events)
    }
}
