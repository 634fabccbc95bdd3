extension BuiltInStructures {
    /// The structures of k8s.io/api/coordination.
    static let coordination: [BuiltInTable] = [
        BuiltInTable(
            key: "coordination/v1", group: "coordination.k8s.io", version: "v1",
            text: """
                *Lease: metadata=meta.ObjectMeta spec=LeaseSpec
                LeaseSpec:
                """),
        BuiltInTable(
            key: "coordination/v1alpha2", group: "coordination.k8s.io", version: "v1alpha2",
            text: """
                *LeaseCandidate: metadata=meta.ObjectMeta spec=LeaseCandidateSpec
                LeaseCandidateSpec:
                """),
        BuiltInTable(
            key: "coordination/v1beta1", group: "coordination.k8s.io", version: "v1beta1",
            text: """
                *Lease: metadata=meta.ObjectMeta spec=LeaseSpec
                *LeaseCandidate: metadata=meta.ObjectMeta spec=LeaseCandidateSpec
                LeaseCandidateSpec:
                LeaseSpec:
                """),
    ]
}
