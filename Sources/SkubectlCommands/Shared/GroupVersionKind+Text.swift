import KubeModel

extension GroupVersionKind {
    /// Kind and group as Go's `GroupKind` prints them: "ConfigMap", "ReplicaSet.apps".
    var groupKindText: String { group.isEmpty ? kind : "\(kind).\(group)" }
}
