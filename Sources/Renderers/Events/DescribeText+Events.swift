import KubeModel

extension DescribeText {
    /// Writes the events about an object; nothing where they were not asked for.
    mutating func events(_ events: [Event]?) {
        guard let events else { return }
        guard !events.isEmpty else {
            line("Events:\t<none>")
            return
        }
        line("Events:\n  Type\tReason\tAge\tFrom\tMessage")
        line("----\t------\t----\t----\t-------", level: 1)
        for event in EventText.sortedForDescribe(events) {
            let path = event.involvedObject.fieldPath
            let message = (path.isEmpty ? "" : "\(path): ") + EventText.message(of: event)
            let age = EventText.age(of: event, now: now)
            line("\(event.type)\t\(event.reason)\t\(age)\t\(EventText.source(of: event))\t\(message)", level: 1)
        }
    }
}
