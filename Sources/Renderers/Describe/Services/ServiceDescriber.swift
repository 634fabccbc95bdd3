package import KubeModel

/// Describes a service with the addresses behind it.
package struct ServiceDescriber: Describer {
    private let service: Service
    private let slices: [EndpointSlice]
    private let events: [Event]?

    /// Takes a service, the slices of its endpoints, and the events about it; nil where they were not asked for.
    package init(_ service: Service, slices: [EndpointSlice], events: [Event]?) {
        self.service = service
        self.slices = slices
        self.events = events
    }

    package func describe(into text: inout DescribeText) {
        text.field("Name", service.metadata.name)
        text.field("Namespace", service.metadata.namespace)
        text.labels("Labels", service.metadata.labels)
        text.annotations(service.metadata.annotations)
        text.field("Selector", Labels.text(service.spec.selector))
        text.field("Type", service.spec.type)
        addresses(into: &text)
        for port in service.spec.ports { self.port(port, into: &text) }
        traffic(into: &text)
        text.events(events)
    }

    private func addresses(into text: inout DescribeText) {
        let spec = service.spec
        if let policy = spec.ipFamilyPolicy { text.field("IP Family Policy", policy) }
        text.field("IP Families", spec.ipFamilies.isEmpty ? "<none>" : spec.ipFamilies.joined(separator: ","))
        text.field("IP", spec.clusterIP)
        text.field("IPs", spec.clusterIPs.isEmpty ? "<none>" : spec.clusterIPs.joined(separator: ","))
        if !spec.externalIPs.isEmpty { text.field("External IPs", spec.externalIPs.joined(separator: ",")) }
        if !spec.loadBalancerIP.isEmpty { text.field("Desired LoadBalancer IP", spec.loadBalancerIP) }
        if !spec.externalName.isEmpty { text.field("External Name", spec.externalName) }
        let ingress = service.status.loadBalancer.ingress.map { address in
            address.ip.isEmpty ? address.hostname : address.ip + (address.ipMode.map { " (\($0))" } ?? "")
        }
        if !ingress.isEmpty { text.field("LoadBalancer Ingress", ingress.joined(separator: ", ")) }
    }

    private func port(_ port: ServicePort, into text: inout DescribeText) {
        let name = port.name.isEmpty ? "<unset>" : port.name
        text.field("Port", "\(name)\t\(port.port)/\(port.protocol)")
        text.field("TargetPort", "\(port.targetPort)/\(port.protocol)")
        if let `protocol` = port.appProtocol { text.field("AppProtocol", `protocol`) }
        if port.nodePort != 0 { text.field("NodePort", "\(name)\t\(port.nodePort)/\(port.protocol)") }
        text.field("Endpoints", EndpointSummary.text(slices, portName: port.name))
    }

    private func traffic(into text: inout DescribeText) {
        let spec = service.spec
        text.field("Session Affinity", spec.sessionAffinity)
        if !spec.externalTrafficPolicy.isEmpty { text.field("External Traffic Policy", spec.externalTrafficPolicy) }
        if let policy = spec.internalTrafficPolicy { text.field("Internal Traffic Policy", policy) }
        if spec.healthCheckNodePort != 0 { text.field("HealthCheck NodePort", spec.healthCheckNodePort) }
        let ranges = spec.loadBalancerSourceRanges
        if !ranges.isEmpty { text.field("LoadBalancer Source Ranges", ranges.joined(separator: ",")) }
        if let distribution = spec.trafficDistribution { text.field("Traffic Distribution", distribution) }
    }
}
