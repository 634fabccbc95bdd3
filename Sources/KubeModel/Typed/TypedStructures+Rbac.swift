extension TypedStructures {
    /// The structures of the package "rbac".
    static let rbac = """
        ClusterRoleBinding: kind=s apiVersion=s metadata!meta.ObjectMeta subjects=[Subject roleRef!RoleRef
        RoleBinding: kind=s apiVersion=s metadata!meta.ObjectMeta subjects=[Subject roleRef!RoleRef
        RoleRef: apiGroup!s kind!s name!s
        Subject: kind!s apiGroup=s name!s namespace=s
        """
}
