/// What was measured of a request until the headers of its response were here.
package struct TransferTimings: Sendable, Hashable {
    /// Looking the host up.
    package var lookup: Duration
    /// Connecting to `address`.
    package var dial: Duration
    /// The TLS handshake.
    package var handshake: Duration
    /// From the request being sent until the first byte of the answer.
    package var serverProcessing: Duration
    /// Whether a kept connection was used; the three durations before the request are then zero.
    package var connectionWasReused: Bool
    /// The first address connected to, as `host:port`; nil on a kept connection.
    package var address: String?

    package init(
        lookup: Duration = .zero, dial: Duration = .zero, handshake: Duration = .zero,
        serverProcessing: Duration = .zero, connectionWasReused: Bool = false, address: String? = nil
    ) {
        self.lookup = lookup
        self.dial = dial
        self.handshake = handshake
        self.serverProcessing = serverProcessing
        self.connectionWasReused = connectionWasReused
        self.address = address
    }
}
