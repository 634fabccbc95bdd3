import SystemIO
import Testing

@Suite struct BytePathTests {
    @Test(arguments: [
        ("", "."), (".", "."), ("a//b/", "a/b"), ("a/../b", "b"), ("/..", "/"), ("/../a", "/a"), ("../a", "../a"),
        ("a/../../b", "../b"), ("./a/.", "a"), ("//", "/"), ("a/b/../..", "."),
    ]) func cleans(path: String, cleaned: String) {
        #expect(BytePath(path).cleaned.text == cleaned)
        #expect(PathText.clean(path) == cleaned)
    }

    @Test func `joins, and takes apart`() {
        #expect(BytePath("a").joined(BytePath("b")).text == "a/b")
        #expect(BytePath("a").joined(BytePath("/b")).text == "a/b")
        #expect(BytePath("a/").joined(BytePath("")).text == "a")
        #expect(BytePath("").joined(BytePath("b/")).text == "b")
        #expect(BytePath("").joined(BytePath("")).text == "")
        #expect(BytePath("a").joined(BytePath("../../b")).text == "../b")
        #expect(BytePath("/a/b").directory.text == "/a")
        #expect(BytePath("/a/b/").directory.text == "/a/b")
        #expect(BytePath("b").directory.text == ".")
        #expect(BytePath("/b").directory.text == "/")
        #expect(BytePath("/a/b/").lastElement.text == "b")
        #expect(BytePath("").lastElement.text == ".")
        #expect(BytePath("//").lastElement.text == "/")
    }

    @Test func `ways from one to another`() {
        #expect(BytePath("/a/b").relative(to: BytePath("/a"))?.text == "b")
        #expect(BytePath("/a").relative(to: BytePath("/a/"))?.text == ".")
        #expect(BytePath("/b").relative(to: BytePath("/a"))?.text == "../b")
        #expect(BytePath("a").relative(to: BytePath("."))?.text == "a")
        #expect(BytePath("../a").relative(to: BytePath(".."))?.text == "a")
        #expect(BytePath("a").relative(to: BytePath("..")) == nil)
        #expect(BytePath("/a").relative(to: BytePath("a")) == nil)
    }

    @Test func `names that are no text stay as they are`() {
        let name = BytePath([0x61, 0xFF, 0xC3])
        #expect(BytePath("d").joined(name).bytes == Array("d/a".utf8) + [0xFF, 0xC3])
        #expect(BytePath("d").joined(name).lastElement == name)
    }
}
