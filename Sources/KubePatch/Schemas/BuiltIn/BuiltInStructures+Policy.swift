extension BuiltInStructures {
    /// The structures of k8s.io/api/policy.
    static let policy: [BuiltInTable] = [
        BuiltInTable(
            key: "policy/v1", group: "policy", version: "v1",
            text: """
                *Eviction: metadata=meta.ObjectMeta deleteOptions=meta.DeleteOptions
                *PodDisruptionBudget: metadata=meta.ObjectMeta spec=PodDisruptionBudgetSpec
                  status=PodDisruptionBudgetStatus
                PodDisruptionBudgetSpec: selector=meta.LabelSelector/replace
                PodDisruptionBudgetStatus: disruptedPods={ conditions=[meta.Condition/merge/type
                """),
        BuiltInTable(
            key: "policy/v1beta1", group: "policy", version: "v1beta1",
            text: """
                *Eviction: metadata=meta.ObjectMeta deleteOptions=meta.DeleteOptions
                *PodDisruptionBudget: metadata=meta.ObjectMeta spec=PodDisruptionBudgetSpec
                  status=PodDisruptionBudgetStatus
                PodDisruptionBudgetSpec: selector=meta.LabelSelector
                PodDisruptionBudgetStatus: disruptedPods={ conditions=[meta.Condition/merge/type
                """),
    ]
}
