/// The claim that a volume comes from (core/v1 `PersistentVolumeClaimVolumeSource`).
package struct PersistentVolumeClaimVolumeSource: Codable, Sendable, Hashable {
    package var claimName: String
    package var readOnly: Bool
}

/// A claim made for the pod alone (core/v1 `EphemeralVolumeSource`).
package struct EphemeralVolumeSource: Codable, Sendable, Hashable {
    package var volumeClaimTemplate: PersistentVolumeClaimTemplate?
}

/// The claim to make (core/v1 `PersistentVolumeClaimTemplate`).
package struct PersistentVolumeClaimTemplate: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var spec: PersistentVolumeClaimSpec
}

/// What storage is wanted (core/v1 `PersistentVolumeClaimSpec`).
package struct PersistentVolumeClaimSpec: Codable, Sendable, Hashable {
    package var accessModes: [String]
    package var selector: LabelSelector?
    package var resources: VolumeResourceRequirements
    package var volumeName: String
    package var storageClassName: String?
    package var volumeMode: String?
    package var dataSource: TypedLocalObjectReference?
    package var dataSourceRef: TypedObjectReference?
    package var volumeAttributesClassName: String?

    /// The storage class of a claim with this metadata, whose annotation told it before there was a field; empty for the
    /// default one.
    package func storageClass(_ metadata: ObjectMeta) -> String {
        metadata.annotations["volume.beta.kubernetes.io/storage-class"] ?? storageClassName ?? ""
    }
}

/// How much storage is wanted (core/v1 `VolumeResourceRequirements`).
package struct VolumeResourceRequirements: Codable, Sendable, Hashable {
    package var limits: [String: Quantity]
    package var requests: [String: Quantity]
}

/// An object of the same namespace (core/v1 `TypedLocalObjectReference`).
package struct TypedLocalObjectReference: Codable, Sendable, Hashable {
    package var apiGroup: String?
    package var kind: String
    package var name: String
}

/// An object of any kind and namespace (core/v1 `TypedObjectReference`).
package struct TypedObjectReference: Codable, Sendable, Hashable {
    package var apiGroup: String?
    package var kind: String
    package var name: String
    package var namespace: String?
}
