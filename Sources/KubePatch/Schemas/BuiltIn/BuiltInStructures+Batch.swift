extension BuiltInStructures {
    /// The structures of k8s.io/api/batch.
    static let batch: [BuiltInTable] = [
        BuiltInTable(
            key: "batch/v1", group: "batch", version: "v1",
            text: """
                *CronJob: metadata=meta.ObjectMeta spec=CronJobSpec status=CronJobStatus
                CronJobSpec: jobTemplate=JobTemplateSpec
                CronJobStatus: active=[core/v1.ObjectReference
                *Job: metadata=meta.ObjectMeta spec=JobSpec status=JobStatus
                JobCondition:
                JobSpec: podFailurePolicy=PodFailurePolicy successPolicy=SuccessPolicy selector=meta.LabelSelector
                  template=core/v1.PodTemplateSpec
                JobStatus: conditions=[JobCondition/merge/type uncountedTerminatedPods=UncountedTerminatedPods
                JobTemplateSpec: metadata=meta.ObjectMeta spec=JobSpec
                PodFailurePolicy: rules=[PodFailurePolicyRule
                PodFailurePolicyOnExitCodesRequirement: values=[
                PodFailurePolicyOnPodConditionsPattern:
                PodFailurePolicyRule: onExitCodes=PodFailurePolicyOnExitCodesRequirement
                  onPodConditions=[PodFailurePolicyOnPodConditionsPattern
                SuccessPolicy: rules=[SuccessPolicyRule
                SuccessPolicyRule:
                UncountedTerminatedPods: succeeded=[ failed=[
                """),
        BuiltInTable(
            key: "batch/v1beta1", group: "batch", version: "v1beta1",
            text: """
                *CronJob: metadata=meta.ObjectMeta spec=CronJobSpec status=CronJobStatus
                CronJobSpec: jobTemplate=JobTemplateSpec
                CronJobStatus: active=[core/v1.ObjectReference
                JobTemplateSpec: metadata=meta.ObjectMeta spec=batch/v1.JobSpec
                """),
    ]
}
