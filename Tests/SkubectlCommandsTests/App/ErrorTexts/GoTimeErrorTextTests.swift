import StdlibExtensions
import Testing

@testable import SkubectlCommands

/// The words about a text that is no time, as `kubectl logs --since-time` prints them.
struct GoTimeErrorTextTests {
    @Test(arguments: [
        (
            "2020-01-01",
            #"parsing time "2020-01-01" as "2006-01-02T15:04:05Z07:00": cannot parse "" as "T""#
        ),
        ("2020-13-01T00:00:00Z", #"parsing time "2020-13-01T00:00:00Z": month out of range"#),
        ("2020-01-01T00:00:00Zx", #"parsing time "2020-01-01T00:00:00Zx": extra text: "x""#),
        (
            "\"ü\\\u{7F}\n",
            #"parsing time "\"\xc3\xbc\\"# + "\u{7F}"
                + #"\x0a" as "2006-01-02T15:04:05Z07:00": cannot parse "\"\xc3\xbc\\"# + "\u{7F}" + #"\x0a" as "2006""#
        ),
    ])
    func words(text: String, message: String) {
        let error = #expect(throws: GoTimeError.self) { try GoTime(rfc3339: text) }
        #expect(error?.message(parsing: text) == message)
    }
}
