/// Name resolution settings on top of the DNS policy (core/v1 `PodDNSConfig`).
package struct PodDNSConfig: Codable, Sendable, Hashable {
    package var nameservers: [String]
    package var searches: [String]
    package var options: [PodDNSConfigOption]
}

/// One resolver option (core/v1 `PodDNSConfigOption`).
package struct PodDNSConfigOption: Codable, Sendable, Hashable {
    package var name: String
    package var value: String?
}

/// A line for the pod's hosts file (core/v1 `HostAlias`).
package struct HostAlias: Codable, Sendable, Hashable {
    package var ip: String
    package var hostnames: [String]
}

/// An address of a pod (core/v1 `PodIP`).
package struct PodIP: Codable, Sendable, Hashable {
    package var ip: String
}

/// An address of a pod's node (core/v1 `HostIP`).
package struct HostIP: Codable, Sendable, Hashable {
    package var ip: String
}
