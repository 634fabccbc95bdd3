import Glibc

/// The time zone of this machine and user: `TZ`, else /etc/localtime, as the C library reads them.
package enum LocalTime {
    /// Whether `TZ` names no zone that this machine knows, which is universal time then, as it is in Go.
    ///
    /// The C library takes more for a zone: rules such as "CET-1CEST", and names of zones that there are not.
    private static let isUniversal: Bool = {
        guard let value = getenv("TZ"), value[0] != 0 else { return getenv("TZ") != nil }
        let text = String(cString: value)
        let name = text.hasPrefix(":") ? String(text.dropFirst()) : text
        let folders = ["/usr/share/zoneinfo", "/usr/share/lib/zoneinfo", "/usr/lib/locale/TZ", "/etc/zoneinfo"]
        let paths = name.hasPrefix("/") ? [name] : folders.map { "\($0)/\(name)" }
        return paths.allSatisfy { access($0, R_OK) != 0 }
    }()

    /// How far local time is ahead of UTC at a time in seconds since 1970-01-01T00:00:00Z; in seconds.
    package static func secondsEast(at secondsSinceEpoch: Int64) -> Int {
        var seconds = time_t(secondsSinceEpoch)
        var local = tm()
        guard !isUniversal, localtime_r(&seconds, &local) != nil else { return 0 }
        return local.tm_gmtoff
    }

    /// The local time at a time in seconds since 1970-01-01T00:00:00Z as Go's log package writes it:
    /// "2009/11/10 23:00:00".
    package static func text(at secondsSinceEpoch: Int64) -> String {
        var seconds = time_t(secondsSinceEpoch) + secondsEast(at: secondsSinceEpoch)
        var parts = tm()
        guard gmtime_r(&seconds, &parts) != nil else { return "" }
        func digits(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let date = "\(parts.tm_year + 1900)/\(digits(parts.tm_mon + 1))/\(digits(parts.tm_mday))"
        return "\(date) \(digits(parts.tm_hour)):\(digits(parts.tm_min)):\(digits(parts.tm_sec))"
    }

    /// What local time is called at a time in seconds since 1970-01-01T00:00:00Z: "CEST".
    package static func abbreviation(at secondsSinceEpoch: Int64) -> String {
        var seconds = time_t(secondsSinceEpoch)
        var local = tm()
        guard !isUniversal, localtime_r(&seconds, &local) != nil, let zone = local.tm_zone else { return "UTC" }
        return String(cString: zone)
    }
}
