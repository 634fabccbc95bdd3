/// A pod on every node that is meant (apps/v1 `DaemonSet`).
package struct DaemonSet: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var spec: DaemonSetSpec
    package var status: DaemonSetStatus
}

/// What the pods shall be like (apps/v1 `DaemonSetSpec`).
package struct DaemonSetSpec: Codable, Sendable, Hashable {
    package var selector: LabelSelector?
    package var template: PodTemplateSpec
}

/// On how many nodes there are pods (apps/v1 `DaemonSetStatus`).
package struct DaemonSetStatus: Codable, Sendable, Hashable {
    package var currentNumberScheduled: Int32
    package var numberMisscheduled: Int32
    package var desiredNumberScheduled: Int32
    package var updatedNumberScheduled: Int32
    package var numberAvailable: Int32
}
