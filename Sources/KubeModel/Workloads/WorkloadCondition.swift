/// One aspect of a workload's state (apps/v1 `DeploymentCondition`, core/v1 `ReplicationControllerCondition` and others).
package struct WorkloadCondition: Codable, Sendable, Hashable {
    package var type: String
    package var status: String
    package var reason: String
}
