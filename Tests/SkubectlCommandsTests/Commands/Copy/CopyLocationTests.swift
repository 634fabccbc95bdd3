import SystemIO
import Testing

@testable import SkubectlCommands

@Suite struct CopyLocationTests {
    @Test(arguments: [
        ("namespace/pod:/some/file", "namespace", "pod", "/some/file"), ("pod:/some/file", "", "pod", "/some/file"),
        ("/some/file", "", "", "/some/file"), ("pod:/with:colon", "", "pod", "/with:colon"),
        ("pod:dir/", "", "pod", "dir"), ("pod:C:\\dir\\file", "", "pod", "C:/dir/file"), ("dir//", "", "", "dir/"),
        ("/", "", "", "/"), ("pod:/", "", "pod", "/"), ("pod:", "", "pod", ""), ("/pod:x", "", "pod", "x"),
        ("", "", "", ""),
    ]) func `locations are read`(text: String, namespace: String, pod: String, path: String) throws {
        let location = try CopyLocation(text)
        #expect(location.namespace == namespace)
        #expect(location.pod == pod)
        #expect(location.path.text == path)
    }

    @Test(arguments: [":file", "a/b/c:/file", ":"]) func `others are none`(text: String) {
        #expect(throws: CopyError.malformedLocation) { try CopyLocation(text) }
    }

    @Test(arguments: [
        ("/tmp/foo", "tmp/foo"), ("tmp/foo/", "tmp/foo"), ("../foo/bar", "foo/bar"), ("..\\foo\\bar", "foo/bar"),
        ("../../foo", "foo"), ("/tmp/one/two/../../foo", "tmp/foo"), ("../../", ""), ("..", ""), (".", ""), ("/", ""),
        ("../...foo", "...foo"), ("/tmp/../..bar", "..bar"), ("//etc", "etc"),
    ]) func `what tar makes of a path`(path: String, prefix: String) {
        let path = CopyPaths.remote(BytePath(path))
        #expect(String(decoding: CopyPaths.archivedPrefix(of: path), as: UTF8.self) == prefix)
    }

    @Test(arguments: [
        ("/dir", "/dir/../link", false), ("/dir", "/dir/../../link", false), ("/dir", "/link", false),
        ("/dir", "/dir/link", true), ("/dir", "/dir/int/../link", true), ("dir", "dir/link", true),
        ("dir", "dir/../../link", false), (".", "a", true), ("..", "../a", true), ("..", "a", false),
        ("/dir", "/dir", true), ("/dir", "/directory", false), ("/", "/a", true), ("dir", "dir/...", true),
    ]) func `what is inside`(base: String, path: String, isInside: Bool) {
        #expect(CopyPaths.isInside(BytePath(path), BytePath(base)) == isInside)
    }
}
