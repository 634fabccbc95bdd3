/// What is done after a container starts and before it stops (core/v1 `Lifecycle`).
package struct Lifecycle: Codable, Sendable, Hashable {
    package var postStart: LifecycleHandler?
    package var preStop: LifecycleHandler?
    package var stopSignal: String?
}

/// One action of a container's lifecycle; one member is set (core/v1 `LifecycleHandler`).
package struct LifecycleHandler: Codable, Sendable, Hashable {
    package var exec: ExecAction?
    package var httpGet: HTTPGetAction?
    package var tcpSocket: TCPSocketAction?
    package var sleep: SleepAction?
}

/// A pause (core/v1 `SleepAction`).
package struct SleepAction: Codable, Sendable, Hashable {
    package var seconds: Int64
}
