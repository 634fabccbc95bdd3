/// A part of the cluster with names of its own (core/v1 `Namespace`).
package struct Namespace: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var spec: NamespaceSpec
    package var status: NamespaceStatus
}
