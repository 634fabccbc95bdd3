/// What a pod is at the moment (core/v1 `PodStatus`).
package struct PodStatus: Codable, Sendable, Hashable {
    package var observedGeneration: Int64
    package var phase: String
    package var conditions: [PodCondition]
    package var message: String
    package var reason: String
    package var nominatedNodeName: String
    package var hostIP: String
    package var hostIPs: [HostIP]
    package var podIP: String
    package var podIPs: [PodIP]
    package var startTime: Timestamp?
    package var initContainerStatuses: [ContainerStatus]
    package var containerStatuses: [ContainerStatus]
    package var qosClass: String
    package var ephemeralContainerStatuses: [ContainerStatus]
    package var resize: String
    package var resourceClaimStatuses: [PodResourceClaimStatus]
    package var allocatedResources: [String: Quantity]
    package var resources: ResourceRequirements?
}

/// One aspect of a pod's state (core/v1 `PodCondition`).
package struct PodCondition: Codable, Sendable, Hashable {
    package var type: String
    package var observedGeneration: Int64
    package var status: String
    package var lastProbeTime: Timestamp
    package var lastTransitionTime: Timestamp
    package var reason: String
    package var message: String
}

/// The claim object made for a pod's device claim (core/v1 `PodResourceClaimStatus`).
package struct PodResourceClaimStatus: Codable, Sendable, Hashable {
    package var name: String
    package var resourceClaimName: String?
}
