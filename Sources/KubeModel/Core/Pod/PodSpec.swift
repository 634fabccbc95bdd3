/// What a pod shall be (core/v1 `PodSpec`).
package struct PodSpec: Codable, Sendable, Hashable {
    package var volumes: [Volume]
    package var initContainers: [Container]
    package var containers: [Container]
    package var ephemeralContainers: [EphemeralContainer]
    package var restartPolicy: String
    package var terminationGracePeriodSeconds: Int64?
    package var activeDeadlineSeconds: Int64?
    package var dnsPolicy: String
    package var nodeSelector: [String: String]
    package var serviceAccountName: String
    package var serviceAccount: String
    package var automountServiceAccountToken: Bool?
    package var nodeName: String
    package var hostNetwork: Bool
    package var hostPID: Bool
    package var hostIPC: Bool
    package var shareProcessNamespace: Bool?
    package var securityContext: PodSecurityContext?
    package var imagePullSecrets: [LocalObjectReference]
    package var hostname: String
    package var subdomain: String
    package var affinity: Affinity?
    package var schedulerName: String
    package var tolerations: [Toleration]
    package var hostAliases: [HostAlias]
    package var priorityClassName: String
    package var priority: Int32?
    package var dnsConfig: PodDNSConfig?
    package var readinessGates: [PodReadinessGate]
    package var runtimeClassName: String?
    package var enableServiceLinks: Bool?
    package var preemptionPolicy: String?
    package var overhead: [String: Quantity]
    package var topologySpreadConstraints: [TopologySpreadConstraint]
    package var setHostnameAsFQDN: Bool?
    package var os: PodOS?
    package var hostUsers: Bool?
    package var schedulingGates: [PodSchedulingGate]
    package var resourceClaims: [PodResourceClaim]
    package var resources: ResourceRequirements?
    package var hostnameOverride: String?
    package var schedulingGroup: PodSchedulingGroup?
}

/// The operating system a pod is for (core/v1 `PodOS`).
package struct PodOS: Codable, Sendable, Hashable {
    package var name: String
}

/// A condition that must hold before a pod counts as ready (core/v1 `PodReadinessGate`).
package struct PodReadinessGate: Codable, Sendable, Hashable {
    package var conditionType: String
}

/// A reason to wait before a pod is scheduled (core/v1 `PodSchedulingGate`).
package struct PodSchedulingGate: Codable, Sendable, Hashable {
    package var name: String
}

/// The group of pods that is scheduled together with this one (core/v1 `PodSchedulingGroup`).
package struct PodSchedulingGroup: Codable, Sendable, Hashable {
    package var podGroupName: String?
}

/// A device claim that a pod's containers can refer to (core/v1 `PodResourceClaim`).
package struct PodResourceClaim: Codable, Sendable, Hashable {
    package var name: String
    package var resourceClaimName: String?
    package var resourceClaimTemplateName: String?
}
