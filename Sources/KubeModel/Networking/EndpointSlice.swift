/// A part of the addresses behind a service (discovery.k8s.io/v1 `EndpointSlice`).
package struct EndpointSlice: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    /// "IPv4", "IPv6" or "FQDN".
    package var addressType: String
    package var endpoints: [Endpoint]
    package var ports: [EndpointSlicePort]
}

/// One receiver of traffic (discovery.k8s.io/v1 `Endpoint`).
package struct Endpoint: Codable, Sendable, Hashable {
    package var addresses: [String]
    package var conditions: EndpointConditions
    package var hostname: String?
    package var targetRef: ObjectReference?
    package var nodeName: String?
    package var zone: String?

    /// Whether it takes traffic; so it does where nothing is known.
    package var isReady: Bool { conditions.ready ?? true }
}

/// How a receiver does (discovery.k8s.io/v1 `EndpointConditions`).
package struct EndpointConditions: Codable, Sendable, Hashable {
    package var ready: Bool?
}

/// A port of all receivers of a slice (discovery.k8s.io/v1 `EndpointPort`).
package struct EndpointSlicePort: Codable, Sendable, Hashable {
    package var name: String?
    package var `protocol`: String
    package var port: Int32?
}
