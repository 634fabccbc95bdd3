/// Ranges that services take their addresses from (networking.k8s.io/v1 `ServiceCIDR`).
package struct ServiceCIDR: Codable, Sendable, Hashable {
    /// The ranges (`ServiceCIDRSpec`).
    package struct Spec: Codable, Sendable, Hashable {
        package var cidrs: [String]
    }

    /// How far the ranges are in use (`ServiceCIDRStatus`).
    package struct Status: Codable, Sendable, Hashable {
        package var conditions: [Condition]
    }

    package var metadata: ObjectMeta
    package var spec: Spec
    package var status: Status
}
