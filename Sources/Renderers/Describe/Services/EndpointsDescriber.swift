package import KubeModel

/// Describes the addresses behind a service.
package struct EndpointsDescriber: Describer {
    private let endpoints: Endpoints
    private let events: [Event]?

    /// Takes the addresses, and the events about them; nil where they were not asked for.
    package init(_ endpoints: Endpoints, events: [Event]?) {
        self.endpoints = endpoints
        self.events = events
    }

    package func describe(into text: inout DescribeText) {
        text.field("Name", endpoints.metadata.name)
        text.field("Namespace", endpoints.metadata.namespace)
        text.labels("Labels", endpoints.metadata.labels)
        text.annotations(endpoints.metadata.annotations)
        text.line("Subsets:")
        for subset in endpoints.subsets {
            text.field("Addresses", Self.list(subset.addresses), level: 1)
            text.field("NotReadyAddresses", Self.list(subset.notReadyAddresses), level: 1)
            if !subset.ports.isEmpty {
                text.line("Ports:", level: 1)
                text.line("Name\tPort\tProtocol", level: 2)
                text.line("----\t----\t--------", level: 2)
                for port in subset.ports {
                    let name = port.name.isEmpty ? "<unset>" : port.name
                    text.line("\(name)\t\(port.port)\t\(port.protocol)", level: 2)
                }
            }
            text.line("")
        }
        text.events(events)
    }

    private static func list(_ addresses: [EndpointAddress]) -> String {
        let list = addresses.map(\.ip).joined(separator: ",")
        return list.isEmpty ? "<none>" : list
    }
}
