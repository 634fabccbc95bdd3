/// Jobs that are made again and again (batch/v1 `CronJob`).
package struct CronJob: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var spec: CronJobSpec
    package var status: CronJobStatus
}

/// When jobs are made and what they are like (batch/v1 `CronJobSpec`).
package struct CronJobSpec: Codable, Sendable, Hashable {
    package var schedule: String
    package var timeZone: String?
    package var startingDeadlineSeconds: Int64?
    package var concurrencyPolicy: String
    package var suspend: Bool?
    package var jobTemplate: JobTemplateSpec
    package var successfulJobsHistoryLimit: Int32?
    package var failedJobsHistoryLimit: Int32?
}

/// What a job shall be like (batch/v1 `JobTemplateSpec`).
package struct JobTemplateSpec: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var spec: JobSpec
}

/// Which jobs run, and since when (batch/v1 `CronJobStatus`).
package struct CronJobStatus: Codable, Sendable, Hashable {
    package var active: [ObjectReference]
    package var lastScheduleTime: Timestamp?
}
