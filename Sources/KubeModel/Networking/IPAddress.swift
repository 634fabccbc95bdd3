/// An address that a service has taken (networking.k8s.io/v1 `IPAddress`).
package struct IPAddress: Codable, Sendable, Hashable {
    /// What the address is for (`IPAddressSpec`).
    package struct Spec: Codable, Sendable, Hashable {
        package var parentRef: ParentReference?
    }

    /// The object that has the address (`ParentReference`).
    package struct ParentReference: Codable, Sendable, Hashable {
        package var group: String
        package var resource: String
        package var namespace: String
        package var name: String
    }

    package var metadata: ObjectMeta
    package var spec: Spec
}
