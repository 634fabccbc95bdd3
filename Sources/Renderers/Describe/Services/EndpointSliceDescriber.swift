package import KubeModel

/// Describes a part of the addresses behind a service.
package struct EndpointSliceDescriber: Describer {
    private let slice: EndpointSlice
    private let events: [Event]?

    /// Takes a slice, and the events about it; nil where they were not asked for.
    package init(_ slice: EndpointSlice, events: [Event]?) {
        self.slice = slice
        self.events = events
    }

    package func describe(into text: inout DescribeText) {
        text.field("Name", slice.metadata.name)
        text.field("Namespace", slice.metadata.namespace)
        text.labels("Labels", slice.metadata.labels)
        text.annotations(slice.metadata.annotations)
        text.field("AddressType", slice.addressType)
        ports(into: &text)
        guard !slice.endpoints.isEmpty else {
            text.line("Endpoints: <none>")
            return text.events(events)
        }
        text.line("Endpoints:")
        for endpoint in slice.endpoints { self.endpoint(endpoint, into: &text) }
        text.events(events)
    }

    private func ports(into text: inout DescribeText) {
        guard !slice.ports.isEmpty else { return text.line("Ports: <unset>") }
        text.line("Ports:")
        text.line("Name\tPort\tProtocol", level: 1)
        text.line("----\t----\t--------", level: 1)
        for port in slice.ports {
            let name = port.name.flatMap { $0.isEmpty ? nil : $0 } ?? "<unset>"
            text.line("\(name)\t\(port.port?.description ?? "<unset>")\t\(port.protocol)", level: 1)
        }
    }

    private func endpoint(_ endpoint: Endpoint, into text: inout DescribeText) {
        let addresses = endpoint.addresses.joined(separator: ", ")
        text.field("- Addresses", addresses.isEmpty ? "<none>" : addresses, level: 1)
        text.line("Conditions:", level: 2)
        text.field("Ready", endpoint.conditions.ready?.description ?? "<unset>", level: 3)
        text.field("Hostname", endpoint.hostname ?? "<unset>", level: 2)
        if let target = endpoint.targetRef { text.field("TargetRef", "\(target.kind)/\(target.name)", level: 2) }
        text.field("NodeName", endpoint.nodeName ?? "<unset>", level: 2)
        text.field("Zone", endpoint.zone ?? "<unset>", level: 2)
    }
}
