/// The rule that turns points in time into local times.
package struct ZoneOffset: Sendable {
    /// The local time's lead over UTC in seconds, at a time given in seconds since 1970-01-01T00:00:00Z.
    package let secondsEast: @Sendable (Int64) -> Int
    /// What local time is called at such a time: "UTC", "CEST".
    package let abbreviation: @Sendable (Int64) -> String

    package init(
        secondsEast: @escaping @Sendable (Int64) -> Int, abbreviation: @escaping @Sendable (Int64) -> String
    ) {
        self.secondsEast = secondsEast
        self.abbreviation = abbreviation
    }

    /// Universal time.
    package static let utc = ZoneOffset(secondsEast: { _ in 0 }, abbreviation: { _ in "UTC" })

    /// The same lead all the year.
    package static func fixed(secondsEast: Int, abbreviation: String = "") -> ZoneOffset {
        ZoneOffset(secondsEast: { _ in secondsEast }, abbreviation: { _ in abbreviation })
    }
}
