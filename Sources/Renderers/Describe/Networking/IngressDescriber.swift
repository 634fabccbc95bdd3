package import KubeModel

/// Describes an ingress with the addresses behind its backends.
package struct IngressDescriber: Describer {
    /// What was found out about a service that requests go to.
    package enum BackendService: Sendable, Hashable {
        case found(ports: [ServicePort], slices: [EndpointSlice])
        /// Why it could not be had, in the words of the error.
        case failed(String)
    }

    private let ingress: Ingress
    private let services: [String: BackendService]
    private let events: [Event]?

    /// Takes an ingress, the services of its backends by their names, and the events about it; nil where they were not
    /// asked for.
    package init(_ ingress: Ingress, services: [String: BackendService], events: [Event]?) {
        self.ingress = ingress
        self.services = services
        self.events = events
    }

    package func describe(into text: inout DescribeText) {
        let spec = ingress.spec
        text.field("Name", ingress.metadata.name)
        text.labels("Labels", ingress.metadata.labels)
        text.field("Namespace", ingress.metadata.namespace)
        text.field("Address", addresses)
        text.field("Ingress Class", spec.ingressClassName ?? "<none>")
        let standard = spec.defaultBackend.map(backend) ?? "<default>"
        text.field("Default backend", standard)
        certificates(into: &text)
        text.line("Rules:\n  Host\tPath\tBackends")
        text.line("----\t----\t--------", level: 1)
        for rule in spec.rules {
            guard let http = rule.http else { continue }
            text.line("\(rule.host.isEmpty ? "*" : rule.host)\t", level: 1)
            for path in http.paths { text.line("\t\(path.path) \t\(backend(path.backend))", level: 2) }
        }
        if spec.rules.allSatisfy({ $0.http == nil }) { text.line("*\t*\t\(standard)", level: 1) }
        text.annotations(ingress.metadata.annotations)
        text.events(events)
    }

    private var addresses: String {
        let addresses = ingress.status.loadBalancer.ingress.map { $0.ip.isEmpty ? $0.hostname : $0.ip }
        return Set(addresses.filter { !$0.isEmpty }).sortedByBytes().joined(separator: ",")
    }

    private func certificates(into text: inout DescribeText) {
        guard !ingress.spec.tls.isEmpty else { return }
        text.line("TLS:")
        for certificate in ingress.spec.tls {
            let hosts = certificate.hosts.joined(separator: ",")
            let secret = certificate.secretName
            text.line(secret.isEmpty ? "SNI routes \(hosts)" : "\(secret) terminates \(hosts)", level: 1)
        }
    }

    private func backend(_ backend: IngressBackend) -> String {
        if let service = backend.service { return "\(Self.text(service)) (\(endpoints(of: service)))" }
        guard let object = backend.resource else { return "" }
        return "APIGroup: \(object.apiGroup ?? "<none>"), Kind: \(object.kind), Name: \(object.name)"
    }

    private static func text(_ service: IngressServiceBackend) -> String {
        let port = service.port
        return "\(service.name):\(port.number == 0 ? port.name : String(port.number))"
    }

    private func endpoints(of backend: IngressServiceBackend) -> String {
        switch services[backend.name] {
        case .found(let ports, let slices):
            let wanted = backend.port
            let port = ports.last { port in
                wanted.number != 0 && wanted.number == port.port
                    || !wanted.name.isEmpty && wanted.name == port.name
            }
            return EndpointSummary.text(slices, portName: port?.name ?? "")
        case .failed(let reason): return "<error: \(reason)>"
        case nil: return "<none>"
        }
    }
}
