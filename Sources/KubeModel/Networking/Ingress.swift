/// Which requests from outside go to which services (networking.k8s.io/v1 `Ingress`).
package struct Ingress: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var spec: IngressSpec
    package var status: IngressStatus
}

/// The rules of an ingress (networking.k8s.io/v1 `IngressSpec`).
package struct IngressSpec: Codable, Sendable, Hashable {
    package var ingressClassName: String?
    package var defaultBackend: IngressBackend?
    package var tls: [IngressTLS]
    package var rules: [IngressRule]

    /// All backends, the default one first.
    package var backends: [IngressBackend] {
        [defaultBackend].compactMap { $0 } + rules.flatMap { $0.http?.paths.map(\.backend) ?? [] }
    }
}

/// The certificate of some hosts (networking.k8s.io/v1 `IngressTLS`).
package struct IngressTLS: Codable, Sendable, Hashable {
    package var hosts: [String]
    package var secretName: String
}

/// Where requests for a host go (networking.k8s.io/v1 `IngressRule`).
package struct IngressRule: Codable, Sendable, Hashable {
    package var host: String
    package var http: HTTPIngressRuleValue?
}

/// Where requests go by their paths (networking.k8s.io/v1 `HTTPIngressRuleValue`).
package struct HTTPIngressRuleValue: Codable, Sendable, Hashable {
    package var paths: [HTTPIngressPath]
}

/// Where requests for a path go (networking.k8s.io/v1 `HTTPIngressPath`).
package struct HTTPIngressPath: Codable, Sendable, Hashable {
    package var path: String
    package var backend: IngressBackend
}

/// A service, or another object (networking.k8s.io/v1 `IngressBackend`).
package struct IngressBackend: Codable, Sendable, Hashable {
    package var service: IngressServiceBackend?
    package var resource: TypedLocalObjectReference?
}

/// A port of a service (networking.k8s.io/v1 `IngressServiceBackend`).
package struct IngressServiceBackend: Codable, Sendable, Hashable {
    package var name: String
    package var port: ServiceBackendPort
}

/// A port by its name or its number (networking.k8s.io/v1 `ServiceBackendPort`).
package struct ServiceBackendPort: Codable, Sendable, Hashable {
    package var name: String
    /// Zero where the name counts.
    package var number: Int32
}

/// The addresses an ingress got (networking.k8s.io/v1 `IngressStatus`).
package struct IngressStatus: Codable, Sendable, Hashable {
    package var loadBalancer: LoadBalancerStatus
}
