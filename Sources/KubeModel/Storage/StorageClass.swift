/// How volumes are made (storage.k8s.io/v1 `StorageClass`).
package struct StorageClass: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var provisioner: String
    package var parameters: [String: String]
    package var reclaimPolicy: String?
    package var mountOptions: [String]
    package var allowVolumeExpansion: Bool?
    package var volumeBindingMode: String?
    package var allowedTopologies: [TopologySelectorTerm]?
}

/// Requirements all of which a node meets (core/v1 `TopologySelectorTerm`).
package struct TopologySelectorTerm: Codable, Sendable, Hashable {
    package var matchLabelExpressions: [TopologySelectorLabelRequirement]
}

/// The values a label of a node may have (core/v1 `TopologySelectorLabelRequirement`).
package struct TopologySelectorLabelRequirement: Codable, Sendable, Hashable {
    package var key: String
    package var values: [String]
}
