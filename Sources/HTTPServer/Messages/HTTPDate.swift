import Glibc

/// Times in the form of HTTP's fields (RFC 9110, section 5.6.7), in seconds since 1970.
package enum HTTPDate {
    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// "Sun, 29 Nov 2026 05:47:14 GMT".
    package static func text(_ seconds: Int64) -> String {
        var seconds = time_t(seconds)
        var time = tm()
        gmtime_r(&seconds, &time)
        func two(_ value: Int32) -> String { value < 10 ? "0\(value)" : String(value) }
        let year = String(Int(time.tm_year) + 1900)
        let padding = String(repeating: "0", count: max(0, 4 - year.utf8.count))
        return "\(days[Int(time.tm_wday)]), \(two(time.tm_mday)) \(months[Int(time.tm_mon)]) \(padding)\(year) "
            + "\(two(time.tm_hour)):\(two(time.tm_min)):\(two(time.tm_sec)) GMT"
    }

    /// The time now.
    static func now() -> Int64 { Int64(time(nil)) }

    /// Reads one of the three forms there are; nil for anything else.
    package static func seconds(_ text: String) -> Int64? {
        let words = text.split { $0 == " " || $0 == "," || $0 == "-" }.map(String.init)
        // `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT`, or `Sun Nov  6 08:49:37 1994`.
        if words.count == 6, words[5] == "GMT" {
            return seconds(day: words[1], month: words[2], year: words[3], clock: words[4])
        }
        if words.count == 5 { return seconds(day: words[2], month: words[1], year: words[4], clock: words[3]) }
        return nil
    }

    private static func seconds(day: String, month: String, year: String, clock: String) -> Int64? {
        let parts = clock.split(separator: ":").map(String.init)
        guard let month = months.firstIndex(of: month), let day = number(day), let year = number(year),
            parts.count == 3, let hour = number(parts[0]), let minute = number(parts[1]), let second = number(parts[2]),
            (1...31).contains(day), hour < 24, minute < 60, second < 61
        else { return nil }
        var time = tm()
        // Years of two digits: those from 69 on are of the last century, as in Go.
        time.tm_year = year >= 100 ? year - 1900 : year >= 69 ? year : year + 100
        time.tm_mon = Int32(month)
        time.tm_mday = day
        time.tm_hour = hour
        time.tm_min = minute
        time.tm_sec = second
        return Int64(timegm(&time))
    }

    private static func number(_ text: String) -> Int32? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int32(text) : nil
    }
}
