/// How much of each resource is asked for and allowed (core/v1 `ResourceRequirements`).
package struct ResourceRequirements: Codable, Sendable, Hashable {
    package var limits: [String: Quantity]
    package var requests: [String: Quantity]
    package var claims: [ResourceClaim]
}

/// The name of a pod's device claim (core/v1 `ResourceClaim`).
package struct ResourceClaim: Codable, Sendable, Hashable {
    package var name: String
    package var request: String
}
