extension Timestamp {
    /// The time in UTC to the second: "2006-01-02T15:04:05Z" (RFC 3339), as meta/v1 `Time` is written.
    package var rfc3339: String {
        "\(dateTime(at: 0))Z"
    }

    /// The time in UTC to the microsecond: "2006-01-02T15:04:05.000000Z", as meta/v1 `MicroTime` is written.
    package var rfc3339Micro: String {
        "\(dateTime(at: 0)).\(Self.padded(Int(nanoseconds / 1000), 6))Z"
    }

    /// The time in the form of RFC 1123 with a numeric zone: "Mon, 02 Jan 2006 15:04:05 -0700".
    package func rfc1123(in zone: ZoneOffset) -> String {
        let offset = zone.secondsEast(seconds)
        let time = CivilTime(secondsSinceEpoch: seconds.addingReportingOverflow(Int64(offset)).partialValue)
        let date = "\(time.weekday), \(Self.padded(time.day, 2)) \(time.monthName) \(Self.padded(time.year, 4))"
        return "\(date) \(Self.clock(time)) \(Self.offsetText(offset, separator: ""))"
    }

    /// The time to the second with the zone's lead: "2006-01-02T15:04:05+07:00" (RFC 3339).
    package func rfc3339(in zone: ZoneOffset) -> String {
        let offset = zone.secondsEast(seconds)
        let mark = offset == 0 ? "Z" : Self.offsetText(offset, separator: ":")
        return "\(dateTime(at: offset))\(mark)"
    }

    /// The time as Go's `Time.String` has it: "2006-01-02 15:04:05.1 -0700 MST"; the zero value is in UTC.
    package func goText(in zone: ZoneOffset) -> String {
        let zone = isZero ? .utc : zone
        let offset = zone.secondsEast(seconds)
        var fraction = nanoseconds == 0 ? "" : ".\(Self.padded(Int(nanoseconds), 9))"
        while fraction.utf8.last == UInt8(ascii: "0") { fraction.removeLast() }
        let mark = "\(Self.offsetText(offset, separator: "")) \(zone.abbreviation(seconds))"
        return "\(dateTime(at: offset, separator: " "))\(fraction) \(mark)"
    }

    private func dateTime(at offset: Int, separator: String = "T") -> String {
        let time = CivilTime(secondsSinceEpoch: seconds.addingReportingOverflow(Int64(offset)).partialValue)
        let date = "\(Self.padded(time.year, 4))-\(Self.padded(time.month, 2))-\(Self.padded(time.day, 2))"
        return "\(date)\(separator)\(Self.clock(time))"
    }

    private static func clock(_ time: CivilTime) -> String {
        "\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2))"
    }

    private static func offsetText(_ seconds: Int, separator: String) -> String {
        let minutes = abs(seconds) / 60
        return "\(seconds < 0 ? "-" : "+")\(padded(minutes / 60, 2))\(separator)\(padded(minutes % 60, 2))"
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value.magnitude)
        let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
        return (value < 0 ? "-" : "") + zeros + digits
    }
}
