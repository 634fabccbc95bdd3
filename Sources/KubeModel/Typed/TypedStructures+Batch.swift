extension TypedStructures {
    /// The structures of the package "batch".
    static let batch = """
        CronJob: kind=s apiVersion=s metadata!meta.ObjectMeta spec!CronJobSpec status!CronJobStatus
        CronJobSpec: schedule!s timeZone?s startingDeadlineSeconds?l concurrencyPolicy=s:ConcurrencyPolicy suspend?b
          jobTemplate!JobTemplateSpec successfulJobsHistoryLimit?i failedJobsHistoryLimit?i
        CronJobStatus: active=[core.ObjectReference lastScheduleTime?t lastSuccessfulTime?t
        Job: kind=s apiVersion=s metadata!meta.ObjectMeta spec!JobSpec status!JobStatus
        JobCondition: type!s:JobConditionType status!s:core.ConditionStatus lastProbeTime!t lastTransitionTime!t
          reason=s message=s
        JobSpec: parallelism?i completions?i activeDeadlineSeconds?l podFailurePolicy?PodFailurePolicy
          successPolicy?SuccessPolicy backoffLimit?i backoffLimitPerIndex?i maxFailedIndexes?i
          selector?meta.LabelSelector manualSelector?b template!core.PodTemplateSpec ttlSecondsAfterFinished?i
          completionMode?s:CompletionMode suspend?b podReplacementPolicy?s:PodReplacementPolicy managedBy?s
        JobStatus: conditions=[JobCondition startTime?t completionTime?t active=i succeeded=i failed=i terminating?i
          completedIndexes=s failedIndexes?s uncountedTerminatedPods?UncountedTerminatedPods ready?i
        JobTemplateSpec: metadata!meta.ObjectMeta spec!JobSpec
        PodFailurePolicy: rules![PodFailurePolicyRule
        PodFailurePolicyOnExitCodesRequirement: containerName?s operator!s:PodFailurePolicyOnExitCodesOperator
          values![i
        PodFailurePolicyOnPodConditionsPattern: type!s:core.PodConditionType status!s:core.ConditionStatus
        PodFailurePolicyRule: action!s:PodFailurePolicyAction onExitCodes?PodFailurePolicyOnExitCodesRequirement
          onPodConditions=[PodFailurePolicyOnPodConditionsPattern
        SuccessPolicy: rules![SuccessPolicyRule
        SuccessPolicyRule: succeededIndexes?s succeededCount?i
        UncountedTerminatedPods: succeeded=[s:types.UID failed=[s:types.UID
        """
}
