/// Where the time comes from, so that tests can hold it still.
package protocol WallClock: Sendable {
    /// The time now, in nanoseconds since 1970-01-01T00:00:00Z.
    func nanosecondsSinceEpoch() -> Int64
}
