/// Pods that run until their work is done (batch/v1 `Job`).
package struct Job: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var spec: JobSpec
    package var status: JobStatus
}

/// How much work there is and how it is done (batch/v1 `JobSpec`).
package struct JobSpec: Codable, Sendable, Hashable {
    package var parallelism: Int32?
    package var completions: Int32?
    package var activeDeadlineSeconds: Int64?
    package var backoffLimit: Int32?
    package var selector: LabelSelector?
    package var template: PodTemplateSpec
    package var ttlSecondsAfterFinished: Int32?
    /// "NonIndexed" or "Indexed".
    package var completionMode: String?
    package var suspend: Bool?
}

/// How far the work is (batch/v1 `JobStatus`).
package struct JobStatus: Codable, Sendable, Hashable {
    package var startTime: Timestamp?
    package var completionTime: Timestamp?
    package var active: Int32
    package var ready: Int32?
    package var succeeded: Int32
    package var failed: Int32
    /// Which indexes are done: "1,3-5".
    package var completedIndexes: String
}
