import StdlibExtensions
import Testing

@Suite("GoTime reads RFC 3339 as Go does")
struct GoTimeTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("2020-02-29T12:34:56Z", 1_582_979_696_000_000_000),
        ("2020-02-29T12:34:56.5+01:30", 1_582_974_296_500_000_000), ("1969-12-31T23:59:59Z", -1_000_000_000),
        ("2000-01-01T00:00:00,123456789123-00:00", 946_684_800_123_456_789), ("9999-12-31T23:59:59Z", Int64.max),
        ("0000-01-01T00:00:00Z", .min), ("2020-01-01T1:00:00Z", 1_577_840_400_000_000_000),
        ("1970-01-02T01:00:00+24:60", 0),
    ])
    func times(text: String, nanoseconds: Int64) throws {
        #expect(try GoTime(rfc3339: text).nanosecondsSinceEpoch == nanoseconds)
    }

    @Test(arguments: [
        ("", GoTimeError.unexpected(rest: "", element: "2006")), ("x", .unexpected(rest: "x", element: "2006")),
        ("2020/01", .unexpected(rest: "/01", element: "-")), ("2020-1-1", .unexpected(rest: "1-1", element: "01")),
        ("2020-13-01T00:00:00Z", .outOfRange("month")), ("2021-02-29T00:00:00Z", .outOfRange("day")),
        ("2020-01-01 00:00:00Z", .unexpected(rest: " 00:00:00Z", element: "T")),
        ("2020-01-01T24:00:00Z", .outOfRange("hour")),
        ("2020-01-01T00:00:00", .unexpected(rest: "", element: "Z07:00")),
        ("2020-01-01T00:00:00+1", .unexpected(rest: "+1", element: "Z07:00")),
        ("2020-01-01T00:00:00Zx", .extraText("x")),
        ("2020-01-01T00:00:00+25:00", .outOfRange("time zone offset hour")),
        ("2020-01-01T00:00:00-24:61", .outOfRange("time zone offset minute")),
    ])
    func faults(text: String, fault: GoTimeError) {
        #expect(throws: fault) { try GoTime(rfc3339: text) }
    }
}
