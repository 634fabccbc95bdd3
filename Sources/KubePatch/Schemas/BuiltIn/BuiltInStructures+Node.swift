extension BuiltInStructures {
    /// The structures of k8s.io/api/node.
    static let node: [BuiltInTable] = [
        BuiltInTable(
            key: "node/v1", group: "node.k8s.io", version: "v1",
            text: """
                Overhead: podFixed={
                *RuntimeClass: metadata=meta.ObjectMeta overhead=Overhead scheduling=Scheduling
                Scheduling: nodeSelector={ tolerations=[core/v1.Toleration
                """),
        BuiltInTable(
            key: "node/v1alpha1", group: "node.k8s.io", version: "v1alpha1",
            text: """
                Overhead: podFixed={
                *RuntimeClass: metadata=meta.ObjectMeta spec=RuntimeClassSpec
                RuntimeClassSpec: overhead=Overhead scheduling=Scheduling
                Scheduling: nodeSelector={ tolerations=[core/v1.Toleration
                """),
        BuiltInTable(
            key: "node/v1beta1", group: "node.k8s.io", version: "v1beta1",
            text: """
                Overhead: podFixed={
                *RuntimeClass: metadata=meta.ObjectMeta overhead=Overhead scheduling=Scheduling
                Scheduling: nodeSelector={ tolerations=[core/v1.Toleration
                """),
    ]
}
