/// Who holds something at the moment: for nodes, the sign that they are alive (coordination.k8s.io/v1 `Lease`).
package struct Lease: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var spec: LeaseSpec
}

/// Holder and times of a lease (coordination.k8s.io/v1 `LeaseSpec`).
package struct LeaseSpec: Codable, Sendable, Hashable {
    package var holderIdentity: String?
    package var leaseDurationSeconds: Int32?
    package var acquireTime: Timestamp?
    package var renewTime: Timestamp?
    package var leaseTransitions: Int32?
}
