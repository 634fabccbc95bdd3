/// A set of permissions, in a namespace or everywhere (rbac.authorization.k8s.io/v1 `Role`, `ClusterRole`).
package struct Role: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var rules: [PolicyRule]
}
