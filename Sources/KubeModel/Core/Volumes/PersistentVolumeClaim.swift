/// A wish for storage (core/v1 `PersistentVolumeClaim`).
package struct PersistentVolumeClaim: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var spec: PersistentVolumeClaimSpec
    package var status: PersistentVolumeClaimStatus
}

/// What the claim got (core/v1 `PersistentVolumeClaimStatus`).
package struct PersistentVolumeClaimStatus: Codable, Sendable, Hashable {
    package var phase: String
    package var accessModes: [String]
    package var capacity: [String: Quantity]
    package var conditions: [PersistentVolumeClaimCondition]
}

/// One aspect of a claim's state (core/v1 `PersistentVolumeClaimCondition`).
package struct PersistentVolumeClaimCondition: Codable, Sendable, Hashable {
    package var type: String
    package var status: String
    package var lastProbeTime: Timestamp
    package var lastTransitionTime: Timestamp
    package var reason: String
    package var message: String
}
