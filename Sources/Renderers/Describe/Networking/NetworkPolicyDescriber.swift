package import KubeModel

/// Describes what traffic some pods may have.
package struct NetworkPolicyDescriber: Describer {
    private let policy: NetworkPolicy

    package init(_ policy: NetworkPolicy) {
        self.policy = policy
    }

    package func describe(into text: inout DescribeText) {
        text.field("Name", policy.metadata.name)
        text.field("Namespace", policy.metadata.namespace)
        text.field("Created on", policy.metadata.creationTimestamp.goText(in: text.zone))
        text.labels("Labels", policy.metadata.labels)
        text.annotations(policy.metadata.annotations)
        let spec = policy.spec
        text.line("Spec:")
        text.write("PodSelector: ", level: 1)
        let selectsAll = spec.podSelector.matchLabels.isEmpty && spec.podSelector.matchExpressions.isEmpty
        let all = "<none> (Allowing the specific traffic to all pods in this namespace)"
        text.line(selectsAll ? all : spec.podSelector.text, level: 2)
        traffic(.ingress, spec.ingress.map { Rule(ports: $0.ports, peers: $0.from) }, into: &text)
        traffic(.egress, spec.egress.map { Rule(ports: $0.ports, peers: $0.to) }, into: &text)
        let types = spec.policyTypes.joined(separator: ", ")
        text.line("Policy Types: \(types.isEmpty ? "<none>" : types)", level: 1)
    }

    /// A rule for one of the two directions.
    private struct Rule {
        let ports: [NetworkPolicyPort]
        let peers: [NetworkPolicyPeer]
    }

    private enum Direction {
        case ingress, egress

        var type: String { self == .ingress ? "Ingress" : "Egress" }
        var name: String { self == .ingress ? "ingress" : "egress" }
        var peer: String { self == .ingress ? "From" : "To" }
        var peerRole: String { self == .ingress ? "source" : "destination" }
    }

    private func traffic(_ direction: Direction, _ rules: [Rule], into text: inout DescribeText) {
        guard policy.spec.policyTypes.contains(direction.type) else {
            return text.line("Not affecting \(direction.name) traffic", level: 1)
        }
        text.line("Allowing \(direction.name) traffic:", level: 1)
        if rules.isEmpty {
            text.line("<none> (Selected pods are isolated for \(direction.name) connectivity)", level: 2)
        }
        for (index, rule) in rules.enumerated() {
            if index > 0 { text.line("----------", level: 2) }
            if rule.ports.isEmpty { text.line("To Port: <any> (traffic allowed to all ports)", level: 2) }
            for port in rule.ports { text.line(Self.text(port), level: 2) }
            if rule.peers.isEmpty {
                let sentence = "<any> (traffic not restricted by \(direction.peerRole))"
                text.line("\(direction.peer): \(sentence)", level: 2)
            }
            for peer in rule.peers {
                text.line("\(direction.peer):", level: 2)
                Self.peer(peer, into: &text)
            }
        }
    }

    private static func text(_ port: NetworkPolicyPort) -> String {
        let first = port.port?.description ?? "<nil>"
        let `protocol` = port.protocol ?? "TCP"
        guard let last = port.endPort else { return "To Port: \(first)/\(`protocol`)" }
        return "To Port Range: \(first)-\(last)/\(`protocol`)"
    }

    private static func peer(_ peer: NetworkPolicyPeer, into text: inout DescribeText) {
        if let namespaces = peer.namespaceSelector { text.line("NamespaceSelector: \(namespaces.text)", level: 3) }
        if let pods = peer.podSelector { text.line("PodSelector: \(pods.text)", level: 3) }
        guard peer.namespaceSelector == nil, peer.podSelector == nil, let block = peer.ipBlock else { return }
        text.line("IPBlock:", level: 3)
        text.line("CIDR: \(block.cidr)", level: 4)
        text.line("Except: \(block.except.joined(separator: ", "))", level: 4)
    }
}
