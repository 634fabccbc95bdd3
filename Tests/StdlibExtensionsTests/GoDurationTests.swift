import StdlibExtensions
import Testing

struct GoDurationTests {
    @Test(arguments: [
        ("0", Duration.zero), ("0s", .zero), ("5s", .seconds(5)), ("-1.5h", .seconds(-5400)), ("+2m", .seconds(120)),
        ("1h0m5s", .seconds(3605)), ("300ms", .milliseconds(300)), (".5s", .milliseconds(500)), ("5.s", .seconds(5)),
        ("1us2µs3μs", .microseconds(6)), ("-9223372036854775808ns", .nanoseconds(Int64.min)),
        ("0.9223372036854775807s", .nanoseconds(922_337_203)),
    ])
    func `reads Go's syntax`(text: String, duration: Duration) throws {
        #expect(try Duration(goText: text) == duration)
    }

    @Test(arguments: [
        ("", GoDurationError.invalid), ("-", .invalid), ("s", .invalid), (".s", .invalid), ("x5s", .invalid),
        ("9223372036854775808ns", .invalid), ("99999999999h", .invalid), ("5", .missingUnit), ("1h5", .missingUnit),
        ("5x", .unknownUnit("x")), ("5 s", .unknownUnit(" s")), ("1d", .unknownUnit("d")),
        ("99999999999999999999s", .invalid), ("- 5s", .invalid),
    ])
    func `refuses what Go refuses`(text: String, error: GoDurationError) {
        #expect(throws: error) { try Duration(goText: text) }
    }

    @Test(arguments: [
        (Duration.zero, "0s"), (.seconds(20), "20s"), (.seconds(60), "1m0s"), (.seconds(3605), "1h0m5s"),
        (.milliseconds(1500), "1.5s"), (.milliseconds(300), "300ms"), (.nanoseconds(1500), "1.5µs"),
        (.nanoseconds(7), "7ns"), (.seconds(-90), "-1m30s"), (.nanoseconds(60_000_000_001), "1m0.000000001s"),
        (.nanoseconds(Int64.min), "-2562047h47m16.854775808s"),
    ])
    func `writes Go's text`(duration: Duration, text: String) {
        #expect(duration.goText == text)
    }
}
