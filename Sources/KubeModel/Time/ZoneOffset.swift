/// The rule that turns points in time into local times.
package struct ZoneOffset: Sendable {
    /// The local time's lead over UTC in seconds, at a time given in seconds since 1970-01-01T00:00:00Z.
    package let secondsEast: @Sendable (Int64) -> Int

    package init(secondsEast: @escaping @Sendable (Int64) -> Int) {
        self.secondsEast = secondsEast
    }

    /// Universal time.
    package static let utc = ZoneOffset { _ in 0 }

    /// The same lead all the year.
    package static func fixed(secondsEast: Int) -> ZoneOffset {
        ZoneOffset { _ in secondsEast }
    }
}
