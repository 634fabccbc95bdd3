import Testing

@testable import Manifests

/// The cases are those of Go's `path/filepath`.
struct GlobPatternTests {
    @Test(arguments: [
        ("abc", "abc", true), ("*", "abc", true), ("*c", "abc", true), ("a*", "a", true), ("a*", "ab/c", false),
        ("a*/b", "abc/b", true), ("a*/b", "a/c/b", false), ("a*b*c*d*e*/f", "axbxcxdxe/f", true),
        ("a*b*c*d*e*/f", "axbxcxdxexxx/fff", false), ("a*b?c*x", "abxbbxdbxebxczzx", true),
        ("a*b?c*x", "abxbbxdbxebxczzy", false), ("ab[c]", "abc", true), ("ab[b-d]", "abc", true),
        ("ab[e-g]", "abc", false), ("ab[^c]", "abc", false), ("ab[^e-g]", "abc", true), ("a\\*b", "a*b", true),
        ("a\\*b", "ab", false), ("a?b", "a☺b", true), ("a[^a]b", "a☺b", true), ("a???b", "a☺b", false),
        ("[a-ζ]*", "α", true), ("*[a-ζ]", "A", false), ("a?b", "a/b", false), ("a*b", "a/b", false),
        ("[\\]a]", "]", true), ("[\\-]", "-", true), ("[x\\-]", "z", false), ("*x", "xxx", true), ("", "", true),
        ("[z-a]", "b", false), ("*", "", true), ("?", "", false),
    ])
    func matchesAsGoDoes(_ pattern: String, _ name: String, _ expected: Bool) throws {
        #expect(try #require(GlobPattern(pattern)).matches(name) == expected)
    }

    @Test(arguments: ["[]a]", "[-]", "[x-]", "[-x]", "\\", "[a-b-c]", "[", "[^", "[^bc", "a[", "a[\\", "[a-"])
    func refusesBadSyntax(_ pattern: String) {
        #expect(GlobPattern(pattern) == nil)
    }
}
