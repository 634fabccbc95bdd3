extension BuiltInStructures {
    /// The structures of k8s.io/api/rbac.
    static let rbac: [BuiltInTable] = [
        BuiltInTable(
            key: "rbac/v1", group: "rbac.authorization.k8s.io", version: "v1",
            text: """
                AggregationRule: clusterRoleSelectors=[meta.LabelSelector
                *ClusterRole: metadata=meta.ObjectMeta rules=[PolicyRule aggregationRule=AggregationRule
                *ClusterRoleBinding: metadata=meta.ObjectMeta subjects=[Subject roleRef=RoleRef
                PolicyRule: verbs=[ apiGroups=[ resources=[ resourceNames=[ nonResourceURLs=[
                *Role: metadata=meta.ObjectMeta rules=[PolicyRule
                *RoleBinding: metadata=meta.ObjectMeta subjects=[Subject roleRef=RoleRef
                RoleRef:
                Subject:
                """),
        BuiltInTable(
            key: "rbac/v1alpha1", group: "rbac.authorization.k8s.io", version: "v1alpha1",
            text: """
                AggregationRule: clusterRoleSelectors=[meta.LabelSelector
                *ClusterRole: metadata=meta.ObjectMeta rules=[PolicyRule aggregationRule=AggregationRule
                *ClusterRoleBinding: metadata=meta.ObjectMeta subjects=[Subject roleRef=RoleRef
                PolicyRule: verbs=[ apiGroups=[ resources=[ resourceNames=[ nonResourceURLs=[
                *Role: metadata=meta.ObjectMeta rules=[PolicyRule
                *RoleBinding: metadata=meta.ObjectMeta subjects=[Subject roleRef=RoleRef
                RoleRef:
                Subject:
                """),
        BuiltInTable(
            key: "rbac/v1beta1", group: "rbac.authorization.k8s.io", version: "v1beta1",
            text: """
                AggregationRule: clusterRoleSelectors=[meta.LabelSelector
                *ClusterRole: metadata=meta.ObjectMeta rules=[PolicyRule aggregationRule=AggregationRule
                *ClusterRoleBinding: metadata=meta.ObjectMeta subjects=[Subject roleRef=RoleRef
                PolicyRule: verbs=[ apiGroups=[ resources=[ resourceNames=[ nonResourceURLs=[
                *Role: metadata=meta.ObjectMeta rules=[PolicyRule
                *RoleBinding: metadata=meta.ObjectMeta subjects=[Subject roleRef=RoleRef
                RoleRef:
                Subject:
                """),
    ]
}
