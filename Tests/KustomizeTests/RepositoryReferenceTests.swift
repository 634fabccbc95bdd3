import Testing

@testable import Kustomize

@Suite struct RepositoryReferenceTests {
    @Test(arguments: [
        ("https://github.com/org/repo//path?ref=v1", "https://github.com/org/repo", "path", "v1"),
        ("github.com/org/repo/deep/path", "https://github.com/org/repo", "deep/path", ""),
        ("git@github.com:org/repo.git/path?version=x", "git@github.com:org/repo.git", "path", "x"),
        ("ssh://git@example.com/org/repo", "ssh://git@example.com/org/repo", "", ""),
        ("file:///srv/repo.git//sub", "file:///srv/repo.git", "sub", ""),
        ("https://dev.azure.com/org/project/_git/repo/path", "https://dev.azure.com/org/project/_git/repo", "path", ""),
    ])
    func reads(_ text: String, _ url: String, _ path: String, _ reference: String) {
        let repository = RepositoryReference(text)
        #expect(repository?.url == url)
        #expect(repository?.path == path)
        #expect(repository?.reference == reference)
    }

    @Test(arguments: [
        "base", "../base", "/abs", "./x.yaml", "https://example.com", "https://github.com/org/repo//../..",
        "ext::sh -c true", "-oProxyCommand=x", "ftp://example.com/a/b",
    ])
    func leavesPathsAlone(_ text: String) {
        #expect(RepositoryReference(text) == nil)
    }

    @Test func timeouts() {
        #expect(RepositoryReference("https://x.y/a/b?timeout=5")?.timeout == .seconds(5))
        #expect(RepositoryReference("https://x.y/a/b?timeout=1m")?.timeout == .seconds(60))
        #expect(RepositoryReference("https://x.y/a/b?timeout=-1")?.timeout == .seconds(27))
        #expect(RepositoryReference("https://x.y/a/b?submodules=false")?.hasSubmodules == false)
    }
}
