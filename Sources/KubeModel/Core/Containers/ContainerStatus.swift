/// What a container is at the moment (core/v1 `ContainerStatus`).
package struct ContainerStatus: Codable, Sendable, Hashable {
    package var name: String
    package var state: ContainerState
    package var lastState: ContainerState
    package var ready: Bool
    package var restartCount: Int32
    package var image: String
    package var imageID: String
    package var containerID: String
    package var started: Bool?
    package var allocatedResources: [String: Quantity]
    package var resources: ResourceRequirements?
    package var stopSignal: String?
}

/// Waiting, running or terminated; at most one member is set (core/v1 `ContainerState`).
package struct ContainerState: Codable, Sendable, Hashable {
    package var waiting: ContainerStateWaiting?
    package var running: ContainerStateRunning?
    package var terminated: ContainerStateTerminated?
}

/// Why a container does not run yet (core/v1 `ContainerStateWaiting`).
package struct ContainerStateWaiting: Codable, Sendable, Hashable {
    package var reason: String
    package var message: String
}

/// Since when a container runs (core/v1 `ContainerStateRunning`).
package struct ContainerStateRunning: Codable, Sendable, Hashable {
    package var startedAt: Timestamp
}

/// How a container ended (core/v1 `ContainerStateTerminated`).
package struct ContainerStateTerminated: Codable, Sendable, Hashable {
    package var exitCode: Int32
    package var signal: Int32
    package var reason: String
    package var message: String
    package var startedAt: Timestamp
    package var finishedAt: Timestamp
    package var containerID: String
}
