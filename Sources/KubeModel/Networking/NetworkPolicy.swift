/// What traffic pods may have (networking.k8s.io/v1 `NetworkPolicy`).
package struct NetworkPolicy: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var spec: NetworkPolicySpec
}

/// Which pods are meant and what they may do (networking.k8s.io/v1 `NetworkPolicySpec`).
package struct NetworkPolicySpec: Codable, Sendable, Hashable {
    package var podSelector: LabelSelector
    package var ingress: [NetworkPolicyIngressRule]
    package var egress: [NetworkPolicyEgressRule]
    /// "Ingress" and "Egress": what is restricted at all.
    package var policyTypes: [String]
}

/// Traffic that may come in (networking.k8s.io/v1 `NetworkPolicyIngressRule`).
package struct NetworkPolicyIngressRule: Codable, Sendable, Hashable {
    package var ports: [NetworkPolicyPort]
    package var from: [NetworkPolicyPeer]
}

/// Traffic that may go out (networking.k8s.io/v1 `NetworkPolicyEgressRule`).
package struct NetworkPolicyEgressRule: Codable, Sendable, Hashable {
    package var ports: [NetworkPolicyPort]
    package var to: [NetworkPolicyPeer]
}

/// A port, or several up to another one (networking.k8s.io/v1 `NetworkPolicyPort`).
package struct NetworkPolicyPort: Codable, Sendable, Hashable {
    package var `protocol`: String?
    package var port: IntOrString?
    package var endPort: Int32?
}

/// The other side of traffic (networking.k8s.io/v1 `NetworkPolicyPeer`).
package struct NetworkPolicyPeer: Codable, Sendable, Hashable {
    package var podSelector: LabelSelector?
    package var namespaceSelector: LabelSelector?
    package var ipBlock: IPBlock?
}

/// Addresses, but for some of them (networking.k8s.io/v1 `IPBlock`).
package struct IPBlock: Codable, Sendable, Hashable {
    package var cidr: String
    package var except: [String]
}
