extension TypedStructures {
    /// The structures of the package "batchv1beta1".
    static let batchv1beta1 = """
        CronJob: kind=s apiVersion=s metadata!meta.ObjectMeta spec!CronJobSpec status!CronJobStatus
        CronJobSpec: schedule!s timeZone?s startingDeadlineSeconds?l concurrencyPolicy=s:ConcurrencyPolicy suspend?b
          jobTemplate!JobTemplateSpec successfulJobsHistoryLimit?i failedJobsHistoryLimit?i
        CronJobStatus: active=[core.ObjectReference lastScheduleTime?t lastSuccessfulTime?t
        JobTemplateSpec: metadata!meta.ObjectMeta spec!batch.JobSpec
        """
}
