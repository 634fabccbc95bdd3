/// The storage drivers of a node (storage.k8s.io/v1 `CSINode`).
package struct CSINode: Codable, Sendable, Hashable {
    /// The drivers (`CSINodeSpec`).
    package struct Spec: Codable, Sendable, Hashable {
        package var drivers: [Driver]?
    }

    /// A driver (`CSINodeDriver`).
    package struct Driver: Codable, Sendable, Hashable {
        package var name: String
        package var nodeID: String
        package var topologyKeys: [String]?
        package var allocatable: VolumeNodeResources?
    }

    /// How many volumes the node may have (`VolumeNodeResources`).
    package struct VolumeNodeResources: Codable, Sendable, Hashable {
        package var count: Int32?
    }

    package var metadata: ObjectMeta
    package var spec: Spec
}
