/// The addresses behind a service (core/v1 `Endpoints`).
package struct Endpoints: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var subsets: [EndpointSubset]
}

/// Addresses with the same ports (core/v1 `EndpointSubset`).
package struct EndpointSubset: Codable, Sendable, Hashable {
    package var addresses: [EndpointAddress]
    package var notReadyAddresses: [EndpointAddress]
    package var ports: [EndpointPort]
}

/// One address (core/v1 `EndpointAddress`).
package struct EndpointAddress: Codable, Sendable, Hashable {
    package var ip: String
}

/// One port (core/v1 `EndpointPort`).
package struct EndpointPort: Codable, Sendable, Hashable {
    package var name: String
    package var port: Int32
    package var `protocol`: String
}
