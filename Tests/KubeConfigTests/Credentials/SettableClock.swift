import Synchronization
import SystemIO

/// A clock that stands still where it is put.
final class SettableClock: WallClock {
    private let nanoseconds = Mutex<Int64>(0)

    func set(seconds: Int64) { nanoseconds.withLock { $0 = seconds * 1_000_000_000 } }

    func nanosecondsSinceEpoch() -> Int64 { nanoseconds.withLock { $0 } }
}
