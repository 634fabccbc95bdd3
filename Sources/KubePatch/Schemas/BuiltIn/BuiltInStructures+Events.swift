extension BuiltInStructures {
    /// The structures of k8s.io/api/events.
    static let events: [BuiltInTable] = [
        BuiltInTable(
            key: "events/v1", group: "events.k8s.io", version: "v1",
            text: """
                *Event: metadata=meta.ObjectMeta series=EventSeries regarding=core/v1.ObjectReference
                  related=core/v1.ObjectReference deprecatedSource=core/v1.EventSource
                EventSeries:
                """),
        BuiltInTable(
            key: "events/v1beta1", group: "events.k8s.io", version: "v1beta1",
            text: """
                *Event: metadata=meta.ObjectMeta series=EventSeries regarding=core/v1.ObjectReference
                  related=core/v1.ObjectReference deprecatedSource=core/v1.EventSource
                EventSeries:
                """),
    ]
}
