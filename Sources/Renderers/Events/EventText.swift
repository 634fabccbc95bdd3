package import KubeModel
import StdlibExtensions

/// What is shown of events in the same way wherever they are shown.
package enum EventText {
    /// How long ago an event happened; "5m (x12 over 3h)" where it happened several times.
    package static func age(of event: Event, now: Timestamp) -> String {
        func age(_ timestamp: Timestamp) -> String { HumanDuration.age(of: timestamp, now: now) }

        let first = age(event.eventTime.isZero ? event.firstTimestamp : event.eventTime)
        if let series = event.series { return "\(age(series.lastObservedTime)) (x\(series.count) over \(first))" }
        return event.count > 1 ? "\(age(event.lastTimestamp)) (x\(event.count) over \(first))" : first
    }

    /// Who reports an event.
    package static func source(of event: Event) -> String {
        event.source.component.isEmpty ? event.reportingComponent : event.source.component
    }

    /// The message without white space around it.
    package static func message(of event: Event) -> String {
        event.message.trimmingSpace()
    }

    /// The events in the order of their last timestamps, as `describe` shows them.
    ///
    /// Equal ones come in the order that kubectl's unstable sorting leaves them in.
    package static func sortedForDescribe(_ events: [Event]) -> [Event] {
        var sorted = events
        sorted.goSort { $0.lastTimestamp < $1.lastTimestamp }
        return sorted
    }

    /// The events in the order of when they were last seen, as the `events` command shows them.
    package static func sortedForEvents(_ events: [Event]) -> [Event] {
        var sorted = events
        sorted.goSort { lastSeen($0) < lastSeen($1) }
        return sorted
    }

    private static func lastSeen(_ event: Event) -> Timestamp {
        if let series = event.series { return series.lastObservedTime }
        return event.lastTimestamp.isZero ? event.eventTime : event.lastTimestamp
    }
}
