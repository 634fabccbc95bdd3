package import KubeModel

/// Describes a job.
package struct JobDescriber: Describer {
    private let job: Job
    private let selector: String
    private let events: [Event]?

    /// Takes a job, its selector as it is written for `-l` or why it has none, and the events about it; nil where they
    /// were not asked for.
    package init(_ job: Job, selector: String, events: [Event]?) {
        self.job = job
        self.selector = selector
        self.events = events
    }

    package func describe(into text: inout DescribeText) {
        text.field("Name", job.metadata.name)
        text.field("Namespace", job.metadata.namespace)
        text.field("Selector", selector)
        text.labels("Labels", job.metadata.labels)
        text.annotations(job.metadata.annotations)
        text.controller(of: job.metadata)
        order(into: &text)
        progress(into: &text)
        text.podTemplate(job.spec.template)
        text.events(events)
    }

    private func order(into text: inout DescribeText) {
        let spec = job.spec
        if let parallelism = spec.parallelism { text.field("Parallelism", parallelism) }
        text.field("Completions", spec.completions?.description ?? "<unset>")
        if let mode = spec.completionMode { text.field("Completion Mode", mode) }
        if let isSuspended = spec.suspend { text.field("Suspend", isSuspended) }
        if let limit = spec.backoffLimit { text.field("Backoff Limit", limit) }
        if let seconds = spec.ttlSecondsAfterFinished { text.field("TTL Seconds After Finished", seconds) }
    }

    private func progress(into text: inout DescribeText) {
        let status = job.status
        if let start = status.startTime { text.field("Start Time", text.time(start)) }
        if let completion = status.completionTime { text.field("Completed At", text.time(completion)) }
        if let start = status.startTime, let completion = status.completionTime {
            text.field("Duration", HumanDuration.text(nanoseconds: completion.nanoseconds(since: start)))
        }
        if let seconds = job.spec.activeDeadlineSeconds { text.field("Active Deadline Seconds", "\(seconds)s") }
        let ready = status.ready.map { " (\($0) Ready)" } ?? ""
        text.field(
            "Pods Statuses",
            "\(status.active) Active\(ready) / \(status.succeeded) Succeeded / \(status.failed) Failed")
        if job.spec.completionMode == "Indexed" {
            text.field("Completed Indexes", Self.shortened(status.completedIndexes))
        }
    }

    /// The indexes, cut behind the first comma from the 51st byte on.
    private static func shortened(_ indexes: String) -> String {
        guard !indexes.isEmpty else { return "<none>" }
        let bytes = Array(indexes.utf8)
        guard bytes.count > 50, let end = bytes[50...].firstIndex(of: UInt8(ascii: ",")) else { return indexes }
        return String(decoding: bytes[...end], as: UTF8.self) + "..."
    }
}
