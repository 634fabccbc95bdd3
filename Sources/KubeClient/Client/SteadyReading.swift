/// Reads again what a broken connection has cut off.
package enum SteadyReading {
    /// For so long after a connection broke the server may be away.
    private static let limit = Duration.seconds(60)

    /// Carries out what only reads; where its connection breaks, it begins anew, for a minute at most.
    ///
    /// A server that cannot be reached in the first place is told at once.
    package static func read<Value: Sendable, C: Clock<Duration>>(
        clock: C = ContinuousClock(), _ body: () async throws -> Value
    ) async throws -> Value {
        var pauses = ReconnectionPauses(clock: clock)
        var end: C.Instant?
        while true {
            do { return try await body() } catch let error as ClientError {
                let mayPass = end == nil ? error.isBrokenConnection : error.outlook == .passing
                guard mayPass, end.map({ clock.now < $0 }) ?? true else { throw error }
                end = end ?? clock.now.advanced(by: limit)
                pauses.noteFailure()
                try await pauses.wait()
            }
        }
    }
}
