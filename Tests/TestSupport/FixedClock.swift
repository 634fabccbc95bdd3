import Synchronization
import SystemIO

/// A clock that stands still until it is moved.
package final class FixedClock: WallClock {
    private let now: Mutex<Int64>

    /// Stands at `seconds` and `nanoseconds` since the epoch; at first at 2024-05-01T12:00:00Z.
    package init(seconds: Int64 = 1_714_564_800, nanoseconds: Int64 = 0) {
        now = Mutex(seconds * 1_000_000_000 + nanoseconds)
    }

    package func nanosecondsSinceEpoch() -> Int64 {
        now.withLock { $0 }
    }

    /// Moves the time forward, or back for a negative duration.
    package func advance(by duration: Duration) {
        let (seconds, attoseconds) = duration.components
        now.withLock { $0 += seconds * 1_000_000_000 + attoseconds / 1_000_000_000 }
    }
}
