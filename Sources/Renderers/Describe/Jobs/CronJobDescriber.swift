package import KubeModel

/// Describes a cron job.
package struct CronJobDescriber: Describer {
    private let cronJob: CronJob
    private let selector: String
    private let events: [Event]?

    /// Takes a cron job, the selector of its jobs as it is written for `-l` or why they have none, and the events about
    /// it; nil where they were not asked for.
    package init(_ cronJob: CronJob, selector: String, events: [Event]?) {
        self.cronJob = cronJob
        self.selector = selector
        self.events = events
    }

    package func describe(into text: inout DescribeText) {
        let spec = cronJob.spec
        text.field("Name", cronJob.metadata.name)
        text.field("Namespace", cronJob.metadata.namespace)
        text.labels("Labels", cronJob.metadata.labels)
        text.annotations(cronJob.metadata.annotations)
        text.field("Schedule", spec.schedule)
        text.field("Concurrency Policy", spec.concurrencyPolicy)
        text.field("Suspend", spec.suspend.map { $0 ? "True" : "False" } ?? "<unset>")
        text.field("Time Zone", spec.timeZone ?? "<unset>")
        text.field("Successful Job History Limit", Self.text(spec.successfulJobsHistoryLimit))
        text.field("Failed Job History Limit", Self.text(spec.failedJobsHistoryLimit))
        text.field("Starting Deadline Seconds", spec.startingDeadlineSeconds.map { "\($0)s" } ?? "<unset>")
        template(into: &text)
        text.field("Last Schedule Time", cronJob.status.lastScheduleTime.map(text.time) ?? "<unset>")
        let active = cronJob.status.active.map(\.name)
        text.field("Active Jobs", active.isEmpty ? "<none>" : active.joined(separator: ", "))
        text.events(events)
    }

    private func template(into text: inout DescribeText) {
        let job = cronJob.spec.jobTemplate.spec
        text.field("Selector", selector)
        text.field("Parallelism", Self.text(job.parallelism))
        text.field("Completions", Self.text(job.completions))
        if let seconds = job.activeDeadlineSeconds { text.field("Active Deadline Seconds", "\(seconds)s") }
        text.podTemplate(job.template)
    }

    private static func text(_ number: Int32?) -> String {
        number?.description ?? "<unset>"
    }
}
