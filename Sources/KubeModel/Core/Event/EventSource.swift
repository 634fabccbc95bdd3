/// Who reports an event (core/v1 `EventSource`).
package struct EventSource: Codable, Sendable, Hashable {
    package var component: String
    package var host: String
}

/// How often an event came again (core/v1 `EventSeries`).
package struct EventSeries: Codable, Sendable, Hashable {
    package var count: Int32
    package var lastObservedTime: Timestamp
}

/// An object, or a part of it (core/v1 `ObjectReference`).
package struct ObjectReference: Codable, Sendable, Hashable {
    package var kind: String
    package var namespace: String
    package var name: String
    package var uid: String
    package var apiVersion: String
    package var resourceVersion: String
    package var fieldPath: String
}
