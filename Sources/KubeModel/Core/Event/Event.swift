/// Something that happened to an object (core/v1 `Event`; events.k8s.io/v1 is read into the same members).
package struct Event: Sendable, Hashable {
    package var metadata: ObjectMeta
    package var involvedObject: ObjectReference
    package var reason: String
    package var message: String
    package var source: EventSource
    package var firstTimestamp: Timestamp
    package var lastTimestamp: Timestamp
    package var count: Int32
    /// "Normal" or "Warning".
    package var type: String
    /// When it happened, to the microsecond; zero where only the timestamps tell.
    package var eventTime: Timestamp
    package var series: EventSeries?
    package var action: String
    package var related: ObjectReference?
    /// Who reports it where `source` does not tell.
    package var reportingComponent: String
    package var reportingInstance: String
}

extension Event: Codable {
    private enum CodingKeys: String, CodingKey {
        case metadata, involvedObject, reason, message, source, firstTimestamp, lastTimestamp, count, type, eventTime
        case series, action, related, reportingComponent, reportingInstance
        // The names in events.k8s.io/v1.
        case regarding, note, reportingController
        case deprecatedSource, deprecatedFirstTimestamp, deprecatedLastTimestamp, deprecatedCount
    }

    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        // An event of events.k8s.io is known by the member that it must have.
        let isNew = members.contains(.regarding) || members.contains(.reportingController)
        metadata = try members.decode(ObjectMeta.self, forKey: .metadata)
        involvedObject = try members.decode(ObjectReference.self, forKey: isNew ? .regarding : .involvedObject)
        reason = try members.decode(String.self, forKey: .reason)
        message = try members.decode(String.self, forKey: isNew ? .note : .message)
        source = try members.decode(EventSource.self, forKey: isNew ? .deprecatedSource : .source)
        firstTimestamp = try members.decode(
            Timestamp.self, forKey: isNew ? .deprecatedFirstTimestamp : .firstTimestamp)
        lastTimestamp = try members.decode(Timestamp.self, forKey: isNew ? .deprecatedLastTimestamp : .lastTimestamp)
        count = try members.decode(Int32.self, forKey: isNew ? .deprecatedCount : .count)
        type = try members.decode(String.self, forKey: .type)
        eventTime = try members.decode(Timestamp.self, forKey: .eventTime)
        series = try members.decodeIfPresent(EventSeries.self, forKey: .series)
        action = try members.decode(String.self, forKey: .action)
        related = try members.decodeIfPresent(ObjectReference.self, forKey: .related)
        reportingComponent = try members.decode(
            String.self, forKey: isNew ? .reportingController : .reportingComponent)
        reportingInstance = try members.decode(String.self, forKey: .reportingInstance)
    }

    /// Writes the members as core/v1 names them.
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(metadata, forKey: .metadata)
        try members.encode(involvedObject, forKey: .involvedObject)
        try members.encode(reason, forKey: .reason)
        try members.encode(message, forKey: .message)
        try members.encode(source, forKey: .source)
        try members.encode(firstTimestamp, forKey: .firstTimestamp)
        try members.encode(lastTimestamp, forKey: .lastTimestamp)
        try members.encode(count, forKey: .count)
        try members.encode(type, forKey: .type)
        try members.encode(eventTime, forKey: .eventTime)
        try members.encodeIfPresent(series, forKey: .series)
        try members.encode(action, forKey: .action)
        try members.encodeIfPresent(related, forKey: .related)
        try members.encode(reportingComponent, forKey: .reportingComponent)
        try members.encode(reportingInstance, forKey: .reportingInstance)
    }
}
