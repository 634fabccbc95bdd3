import StdlibExtensions
import Testing

@Suite struct RegularExpressionTests {
    @Test(arguments: [
        ("^(?:web)$", "web", true), ("^(?:web)$", "webs", false), ("^(?:w.*)$", "web", true),
        ("a|b", "xbx", true), ("^(?:a|b)$", "ab", false), ("[a-c]+[^0-9]", "cab!", true), ("^[^a]$", "a", false),
        ("a{2,3}b", "aab", true), ("^a{2}$", "aaa", false), ("a{,2}", "a{,2}", true), ("\\d+\\.\\w", "12.x", true),
        ("(?i)WEB", "web", true), ("^(a(b)?)+$", "abaab", true), ("\\bfoo\\b", "a foo b", true),
        ("[[:alpha:]]+$", "12ab", true), ("^$", "", true), ("é", "café", true), ("x*", "", true),
        ("^(a|a)*$", String(repeating: "a", count: 200) + "b", false), ("[]a]", "]", true), ("\\Qa.b\\E", "a.b", true),
    ])
    func matches(_ pattern: String, _ text: String, _ expected: Bool) throws {
        #expect(try RegularExpression(pattern).matches(text) == expected)
    }

    @Test(arguments: [
        ("a[", "missing closing ]", "["), ("(a", "missing closing )", "(a"),
        ("*", "missing argument to repetition operator", "*"),
        ("a)", "unexpected )", "a)"), ("\\", "trailing backslash at end of expression", ""),
        ("[z-a]", "invalid character class range", "z-a"), ("a{2000}", "invalid repeat count", "{2000}"),
    ])
    func refuses(_ pattern: String, _ problem: String, _ part: String) {
        #expect(throws: RegularExpression.Fault(problem: problem, part: part)) { try RegularExpression(pattern) }
    }
}
