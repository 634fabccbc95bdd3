import SystemIO
import Testing

@Suite("PathText follows Go's path/filepath")
struct PathTextTests {
    @Test(arguments: [
        ("", "."), (".", "."), ("/", "/"), ("//a//b/", "/a/b"), ("a/../b", "b"), ("../a/..", ".."), ("/../a", "/a"),
        ("a/./b/.", "a/b"), ("../../x", "../../x"), ("a/..", "."),
    ])
    func clean(path: String, cleaned: String) {
        #expect(PathText.clean(path) == cleaned)
    }

    @Test(arguments: [
        ("a", "."), ("/a", "/"), ("/a/b", "/a"), ("/a/b/", "/a/b"), ("a/b", "a"), ("", "."), ("./x", "."),
    ])
    func directory(path: String, directory: String) {
        #expect(PathText.directory(of: path) == directory)
    }

    @Test(arguments: [
        ("/a/b/c", "/a/b", "c"), ("/a", "/a/b", ".."), ("/a/x/y", "/a/b/c", "../../x/y"), ("/a", "/a", "."),
        ("a/b", "a", "b"), ("/x", "/", "x"),
    ])
    func relative(path: String, base: String, expected: String) {
        #expect(PathText.relative(path, to: base) == expected)
    }

    @Test func noRelativePathBetweenAbsoluteAndRelativeOnes() {
        #expect(PathText.relative("a", to: "/a") == nil)
        #expect(PathText.relative("a", to: "../b") == nil)
    }

    @Test func joinSkipsEmptyElements() {
        #expect(PathText.join("", "a", "", "../b") == "b")
        #expect(PathText.join("", "") == "")
        #expect(PathText.absolute("x", below: "/b") == "/b/x")
        #expect(PathText.absolute("/x//y", below: "/b") == "/x/y")
        #expect(PathText.lastElement(of: "/a/b/") == "b")
    }

    @Test func listsKeepEmptyPaths() {
        #expect(PathText.splitList("a::b:") == ["a", "", "b", ""])
        #expect(PathText.splitList("") == [])
    }
}
