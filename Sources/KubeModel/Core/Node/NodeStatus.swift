/// What a node is at the moment (core/v1 `NodeStatus`).
package struct NodeStatus: Codable, Sendable, Hashable {
    package var capacity: [String: Quantity]
    package var allocatable: [String: Quantity]
    package var phase: String
    package var conditions: [NodeCondition]
    package var addresses: [NodeAddress]
    package var nodeInfo: NodeSystemInfo
    package var images: [ContainerImage]
    package var volumesInUse: [String]
    package var volumesAttached: [AttachedVolume]
    package var declaredFeatures: [String]
}

/// One aspect of a node's state (core/v1 `NodeCondition`).
package struct NodeCondition: Codable, Sendable, Hashable {
    package var type: String
    package var status: String
    package var lastHeartbeatTime: Timestamp
    package var lastTransitionTime: Timestamp
    package var reason: String
    package var message: String
}

/// An address of a node and what it is for (core/v1 `NodeAddress`).
package struct NodeAddress: Codable, Sendable, Hashable {
    package var type: String
    package var address: String
}

/// The machine and the software of a node (core/v1 `NodeSystemInfo`).
package struct NodeSystemInfo: Codable, Sendable, Hashable {
    package var machineID: String
    package var systemUUID: String
    package var bootID: String
    package var kernelVersion: String
    package var osImage: String
    package var containerRuntimeVersion: String
    package var kubeletVersion: String
    package var kubeProxyVersion: String
    package var operatingSystem: String
    package var architecture: String
    package var swap: NodeSwapStatus?
}

/// The swap memory of a node (core/v1 `NodeSwapStatus`).
package struct NodeSwapStatus: Codable, Sendable, Hashable {
    /// In bytes; nil where it is not known.
    package var capacity: Int64?
}

/// An image that is on a node (core/v1 `ContainerImage`).
package struct ContainerImage: Codable, Sendable, Hashable {
    package var names: [String]
    package var sizeBytes: Int64
}

/// A volume that is attached to a node (core/v1 `AttachedVolume`).
package struct AttachedVolume: Codable, Sendable, Hashable {
    package var name: String
    package var devicePath: String
}
