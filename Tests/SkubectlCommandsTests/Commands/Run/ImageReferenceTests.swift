import Testing

@testable import SkubectlCommands

/// Names of images, good and bad.
struct ImageReferenceTests {
    private static let digest = "0123456789abcdef0123456789ABCDEF"

    @Test(arguments: [
        "i", "a/b:c", "r.io:5000/a/b:c", "R.io/a", "localhost/a_b__c--d.e", "a@sha256:\(digest)",
        "a@sha256+b:\(digest)",
        "a:b@s_x.y-z:\(digest)", "[::1]:80/a", "a:_b", "a:B.c-d_", "a:" + String(repeating: "x", count: 128),
    ])
    func `names are taken`(name: String) {
        #expect(ImageReference.isValid(name))
    }

    @Test(arguments: [
        "", "A", "i:!", "a@sha256:0123", "a@:\(digest)", "a@1:\(digest)", "a@sha256:\(digest)x", "a//b", "/a", "a/",
        "a_b_",
        "a___b", "a:-b", "a:.b", "-a", "a b", "a:", "é", "x:80/y/Z", "x:/y", "[]/a", "a..b", "x-.y/a",
        "a:" + String(repeating: "x", count: 129),
    ])
    func `what is no name is refused`(name: String) {
        #expect(!ImageReference.isValid(name))
    }
}
