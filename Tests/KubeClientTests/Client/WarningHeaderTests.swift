import Testing

@testable import KubeClient

@Suite struct WarningHeaderTests {
    @Test(arguments: [
        (#"299 - "v1 is deprecated""#, ["v1 is deprecated"]),
        (#"299 agent/1 "a \"b\" \\ c""#, [#"a "b" \ c"#]),
        (#"  299 - "a"  "Sat, 25 Aug 2012 23:34:45 GMT"  "#, ["a"]),
        (#"299 - "a", 299 - "b" "date" , 299 x "c,d""#, ["a", "b", "c,d"]),
        (#"299 - "ünïcode 😀""#, ["ünïcode 😀"]),
        (#"199 - "other", 299 - "a""#, ["a"]), (#"299 - """#, []),
        (#"299 - "a" x, 299 - "b""#, []), (#"299 - "a", x, 299 - "b""#, ["a"]),
        ("", []), ("299", []), ("299 -", []), ("299 - ", []), ("299 - a", []), (#"299 - "a"#, []), (#"299 - "a\""#, []),
        (#"299  "a""#, []), (#"2999 - "a""#, []), (#"29x - "a""#, []), (#"299 - "a" "date"#, []),
        ("299 - \"a\u{1B}[31mb\"", []), ("299 - \"a\u{9B}b\"", []), ("299 \u{7} \"a\"", []),
    ])
    func texts(_ field: String, expected: [String]) {
        #expect(WarningHeader.texts(field) == expected)
    }
}
