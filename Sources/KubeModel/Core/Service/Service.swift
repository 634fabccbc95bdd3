/// A name and an address for a set of pods (core/v1 `Service`).
package struct Service: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var spec: ServiceSpec
    package var status: ServiceStatus
}

/// Where a service is reached, and what is behind it (core/v1 `ServiceSpec`).
package struct ServiceSpec: Codable, Sendable, Hashable {
    package var ports: [ServicePort]
    package var selector: [String: String]
    package var clusterIP: String
    package var clusterIPs: [String]
    package var type: String
    package var externalIPs: [String]
    package var sessionAffinity: String
    package var loadBalancerIP: String
    package var loadBalancerSourceRanges: [String]
    package var externalName: String
    package var externalTrafficPolicy: String
    package var healthCheckNodePort: Int32
    package var ipFamilies: [String]
    package var ipFamilyPolicy: String?
    package var internalTrafficPolicy: String?
    package var trafficDistribution: String?
}

/// A port of a service and where it leads (core/v1 `ServicePort`).
package struct ServicePort: Codable, Sendable, Hashable {
    package var name: String
    package var `protocol`: String
    package var appProtocol: String?
    package var port: Int32
    package var targetPort: IntOrString
    package var nodePort: Int32
}

/// What a service got (core/v1 `ServiceStatus`).
package struct ServiceStatus: Codable, Sendable, Hashable {
    package var loadBalancer: LoadBalancerStatus
}

/// The addresses a load balancer got (core/v1 `LoadBalancerStatus`, networking.k8s.io/v1 `IngressLoadBalancerStatus`).
package struct LoadBalancerStatus: Codable, Sendable, Hashable {
    package var ingress: [LoadBalancerIngress]
}

/// An address of a load balancer (core/v1 `LoadBalancerIngress`).
package struct LoadBalancerIngress: Codable, Sendable, Hashable {
    package var ip: String
    package var hostname: String
    /// "VIP" or "Proxy".
    package var ipMode: String?
}
