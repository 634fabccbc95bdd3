import Synchronization

/// A clock on which sleeping takes no time; it keeps how long each sleep would have been.
package final class InstantClock: Clock {
    /// A point in time, by its distance from the clock's beginning.
    package struct Instant: InstantProtocol {
        package var offset: Duration

        /// The point that lies `duration` later.
        package func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        /// How long it is to another point.
        package func duration(to other: Instant) -> Duration { other.offset - offset }
        package static func < (a: Instant, b: Instant) -> Bool { a.offset < b.offset }
    }

    private struct State {
        var now = Instant(offset: .zero)
        var sleeps: [Duration] = []
    }

    private let state = Mutex(State())

    package init() {}

    package var now: Instant { state.withLock { $0.now } }
    package var minimumResolution: Duration { .nanoseconds(1) }

    /// The sleeps so far, in order.
    package var sleeps: [Duration] { state.withLock { $0.sleeps } }

    /// Sets the clock to the deadline and returns at once; throws where the task was cancelled.
    package func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        try Task.checkCancellation()
        state.withLock { state in
            state.sleeps.append(state.now.duration(to: deadline))
            state.now = max(state.now, deadline)
        }
    }
}
