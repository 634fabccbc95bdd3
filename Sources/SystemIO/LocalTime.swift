import Glibc

/// The time zone of this machine and user: `TZ`, else /etc/localtime, as the C library reads them.
package enum LocalTime {
    /// How far local time is ahead of UTC at a time in seconds since 1970-01-01T00:00:00Z; in seconds.
    package static func secondsEast(at secondsSinceEpoch: Int64) -> Int {
        var seconds = time_t(secondsSinceEpoch)
        var local = tm()
        guard localtime_r(&seconds, &local) != nil else { return 0 }
        return local.tm_gmtoff
    }
}
