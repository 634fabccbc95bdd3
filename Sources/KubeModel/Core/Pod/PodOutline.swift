/// As much of a pod as counting the pods of a workload takes.
package struct PodOutline: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var status: Status

    /// How far a pod has come.
    package struct Status: Codable, Sendable, Hashable {
        package var phase: String
    }
}
