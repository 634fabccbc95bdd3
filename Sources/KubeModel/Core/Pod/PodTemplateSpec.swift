/// What the pods of a workload shall be like (core/v1 `PodTemplateSpec`).
package struct PodTemplateSpec: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var spec: PodSpec
}
