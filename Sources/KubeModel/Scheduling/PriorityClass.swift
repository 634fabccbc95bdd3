/// A name for a priority of pods (scheduling.k8s.io/v1 `PriorityClass`).
package struct PriorityClass: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var value: Int32
    package var globalDefault: Bool
    package var description: String
    package var preemptionPolicy: String
}
