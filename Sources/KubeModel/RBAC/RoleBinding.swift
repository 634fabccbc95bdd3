/// Who has a role, in a namespace or everywhere (rbac.authorization.k8s.io/v1 `RoleBinding`, `ClusterRoleBinding`).
package struct RoleBinding: Codable, Sendable, Hashable {
    /// The role (`RoleRef`).
    package struct RoleRef: Codable, Sendable, Hashable {
        package var kind: String
        package var name: String
    }

    /// A user, a group or a service account (`Subject`).
    package struct Subject: Codable, Sendable, Hashable {
        package var kind: String
        package var name: String
        package var namespace: String
    }

    package var metadata: ObjectMeta
    package var subjects: [Subject]
    package var roleRef: RoleRef
}
