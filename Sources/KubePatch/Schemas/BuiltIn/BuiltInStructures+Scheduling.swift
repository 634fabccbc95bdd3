extension BuiltInStructures {
    /// The structures of k8s.io/api/scheduling.
    static let scheduling: [BuiltInTable] = [
        BuiltInTable(
            key: "scheduling/v1", group: "scheduling.k8s.io", version: "v1",
            text: """
                *PriorityClass: metadata=meta.ObjectMeta
                """),
        BuiltInTable(
            key: "scheduling/v1alpha2", group: "scheduling.k8s.io", version: "v1alpha2",
            text: """
                BasicSchedulingPolicy:
                GangSchedulingPolicy:
                *PodGroup: metadata=meta.ObjectMeta spec=PodGroupSpec status=PodGroupStatus
                PodGroupResourceClaim:
                PodGroupResourceClaimStatus:
                PodGroupSchedulingConstraints: topology=[TopologyConstraint
                PodGroupSchedulingPolicy: basic=BasicSchedulingPolicy gang=GangSchedulingPolicy
                PodGroupSpec: podGroupTemplateRef=PodGroupTemplateReference
                  schedulingPolicy=PodGroupSchedulingPolicy schedulingConstraints=PodGroupSchedulingConstraints
                  resourceClaims=[PodGroupResourceClaim/merge,retainKeys/name
                PodGroupStatus: conditions=[meta.Condition/merge/type
                  resourceClaimStatuses=[PodGroupResourceClaimStatus/merge,retainKeys/name
                PodGroupTemplate: schedulingPolicy=PodGroupSchedulingPolicy
                  schedulingConstraints=PodGroupSchedulingConstraints
                  resourceClaims=[PodGroupResourceClaim/merge,retainKeys/name
                PodGroupTemplateReference: workload=WorkloadPodGroupTemplateReference
                TopologyConstraint:
                TypedLocalObjectReference:
                *Workload: metadata=meta.ObjectMeta spec=WorkloadSpec
                WorkloadPodGroupTemplateReference:
                WorkloadSpec: controllerRef=TypedLocalObjectReference podGroupTemplates=[PodGroupTemplate
                """),
        BuiltInTable(
            key: "scheduling/v1beta1", group: "scheduling.k8s.io", version: "v1beta1",
            text: """
                *PriorityClass: metadata=meta.ObjectMeta
                """),
    ]
}
