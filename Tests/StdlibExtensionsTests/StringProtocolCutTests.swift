import StdlibExtensions
import Testing

@Suite struct StringProtocolCutTests {
    @Test(arguments: [
        ("a=b", "=", "a", "b"), ("a=b=c", "=", "a", "b=c"), ("=", "=", "", ""), ("=b", "=", "", "b"),
        ("a=", "=", "a", ""),
        ("a::b:c", "::", "a", "b:c"), ("a:b::c", "::", "a:b", "c"), ("é→ü", "→", "é", "ü"), ("abc", "", "", "abc"),
        ("", "", "", ""), ("aab", "ab", "a", ""),
    ])
    func cutsAtTheFirst(text: String, separator: String, before: String, after: String) throws {
        let parts = try #require(text.cut(at: separator))
        #expect(parts.before == before)
        #expect(parts.after == after)
    }

    @Test(arguments: [("abc", "="), ("", "="), ("a:b", "::"), ("ab", "abc")])
    func findsNone(text: String, separator: String) {
        #expect(text.cut(at: separator) == nil)
    }

    @Test func seesBytesAndNotCharacters() throws {
        let parts = try #require("key=\u{301}x".cut(at: "="))
        #expect(parts.before == "key")
        #expect(Array(parts.after.unicodeScalars) == ["\u{301}", "x"])
        #expect("e\u{301}".hasBytePrefix("e"))
        #expect(!"e\u{301}".hasBytePrefix("\u{E9}"))
        #expect("a\u{301}/".hasByteSuffix("\u{301}/"))
    }

    @Test func comparesBothEnds() {
        #expect("kube-system".hasBytePrefix("kube-"))
        #expect("kube".hasBytePrefix(""))
        #expect(!"kube".hasBytePrefix("kube-"))
        #expect("a.yaml".hasByteSuffix(".yaml"))
        #expect(!"yaml".hasByteSuffix(".yaml"))
        #expect("".hasByteSuffix(""))
    }

    @Test func cutsSubstrings() throws {
        let parts = try #require("x/a.b".dropFirst(2).cut(at: "."))
        #expect(parts.before == "a")
        #expect(parts.after == "b")
    }
}
