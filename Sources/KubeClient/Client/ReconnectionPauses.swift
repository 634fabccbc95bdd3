/// The pauses between attempts at a server that cannot be reached: a quarter of a second, then twice as long each time,
/// five seconds at most.
package struct ReconnectionPauses: Sendable {
    /// Attempts in a row that brought nothing.
    package private(set) var failures = 0
    private let sleep: @Sendable (Duration) async throws -> Void

    /// - Parameter clock: what the pauses are measured with.
    package init<C: Clock<Duration>>(clock: C = ContinuousClock()) {
        sleep = { try await clock.sleep(until: clock.now.advanced(by: $0), tolerance: nil) }
    }

    /// Counts an attempt that brought nothing: the next pause is longer.
    package mutating func noteFailure() { failures += 1 }
    /// There is no pause before the next attempt.
    package mutating func noteSuccess() { failures = 0 }

    /// Waits before the next attempt, where the one before failed; throws where the task was cancelled.
    package func wait() async throws(CancellationError) {
        guard failures > 0 else { return }
        do { try await sleep(min(.milliseconds(125) * (1 << min(failures, 8)), .seconds(5))) } catch {
            // Nothing but cancellation ends a sleep early.
            throw CancellationError()
        }
    }
}
