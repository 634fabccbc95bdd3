package import KubeModel

/// Durations in two or three significant figures, as kubectl shows ages.
package enum HumanDuration {
    /// "38s", "9m2s", "12m", "3h5m", "30h", "2d5h", "30d", "2y30d", "9y"; `<invalid>` for what lies in the future by
    /// two seconds or more.
    package static func text(nanoseconds: Int64) -> String {
        let seconds = nanoseconds / 1_000_000_000
        if seconds < -1 { return "<invalid>" }
        if seconds < 0 { return "0s" }
        if seconds < 120 { return "\(seconds)s" }
        let minutes = seconds / 60
        if minutes < 10 { return pair(minutes, "m", seconds % 60, "s") }
        if minutes < 180 { return "\(minutes)m" }
        let hours = seconds / 3600
        if hours < 8 { return pair(hours, "h", minutes % 60, "m") }
        if hours < 48 { return "\(hours)h" }
        if hours < 24 * 8 { return pair(hours / 24, "d", hours % 24, "h") }
        if hours < 24 * 365 * 2 { return "\(hours / 24)d" }
        let years = hours / 24 / 365
        if hours < 24 * 365 * 8 { return pair(years, "y", hours / 24 % 365, "d") }
        return "\(years)y"
    }

    /// The time since `timestamp`; `<unknown>` for the zero time.
    package static func age(of timestamp: Timestamp, now: Timestamp) -> String {
        timestamp.isZero ? "<unknown>" : text(nanoseconds: now.nanoseconds(since: timestamp))
    }

    private static func pair(_ first: Int64, _ firstUnit: String, _ second: Int64, _ secondUnit: String) -> String {
        second == 0 ? "\(first)\(firstUnit)" : "\(first)\(firstUnit)\(second)\(secondUnit)"
    }
}
