/// What a node shall be (core/v1 `NodeSpec`).
package struct NodeSpec: Codable, Sendable, Hashable {
    package var podCIDR: String
    package var podCIDRs: [String]
    package var providerID: String
    package var unschedulable: Bool
    package var taints: [Taint]
    package var externalID: String
}
