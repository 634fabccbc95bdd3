import JSONModel
import SystemIO
import TestSupport
import Testing

@testable import KubeClient

@Suite struct ServerCacheTests {
    private let folder: TemporaryDirectory
    private let document: JSONValue = ["a": [1, "b"]]

    init() throws {
        folder = try TemporaryDirectory()
    }

    private func cache(
        _ url: String = "https://127.0.0.1:6443", clock: any WallClock = SystemClock()
    ) -> ServerCache {
        ServerCache(cacheFolder: folder("cache"), serverURL: url, clock: clock)
    }

    private var file: String { folder("cache/discovery/127.0.0.1_6443/skubectl-discovery.json") }

    @Test func whatIsStoredCanBeReadByOthersWithTheSameServer() {
        cache().store(document, as: .discovery)
        #expect(cache().document(.discovery) == document)
        #expect(cache().document(.openAPI) == nil)
        #expect(cache("https://127.0.0.1:6444").document(.discovery) == nil)
    }

    @Test func onlyTheOwnerMayRead() throws {
        cache().store(document, as: .discovery)
        #expect(try FileSystem.status(file).permissions == 0o600)
        for path in ["cache", "cache/discovery", "cache/discovery/127.0.0.1_6443"] {
            #expect(try FileSystem.status(folder(path)).permissions == 0o700)
        }
    }

    @Test func nothingElseIsLeft() throws {
        cache().store(document, as: .discovery)
        cache().store(document, as: .openAPI)
        cache().store(["b": 1], as: .discovery)
        #expect(
            try FileSystem.list(folder("cache/discovery/127.0.0.1_6443"))
                == ["skubectl-discovery.json", "skubectl-openapi.json"])
        #expect(cache().document(.discovery) == ["b": 1])
    }

    /// kubectl's own cache lives as long.
    @Test(arguments: [
        (Duration.zero, true), (.seconds(6 * 3600 - 1), true), (.seconds(6 * 3600), false), (.seconds(-1), false),
    ])
    func documentsLiveForSixHours(_ age: Duration, isThere: Bool) throws {
        cache().store(document, as: .discovery)
        let written = try FileSystem.status(file).modificationTime
        let clock = FixedClock(seconds: written / 1_000_000_000, nanoseconds: written % 1_000_000_000)
        clock.advance(by: age)
        #expect((cache(clock: clock).document(.discovery) == document) == isThere)
    }

    @Test(arguments: ["", "{", "{\"a\": 1} x", "\u{0}"])
    func aFileThatIsNoJSONIsNotThere(_ text: String) throws {
        try folder.write("cache/discovery/127.0.0.1_6443/skubectl-discovery.json", text)
        #expect(cache().document(.discovery) == nil)
        cache().store(document, as: .discovery)
        #expect(cache().document(.discovery) == document)
    }

    @Test func aFolderThatCannotBeMadeIsNoFailure() throws {
        try folder.write("cache", "a file")
        cache().store(document, as: .discovery)
        #expect(cache().document(.discovery) == nil)
        #expect(try folder.read("cache") == "a file")
    }

    /// The names that kubectl 1.36 gives its own folders.
    @Test(arguments: [
        ("https://127.0.0.1:6443", "127.0.0.1_6443"), ("http://localhost:8080", "localhost_8080"),
        ("https://h.example:443/a/b_(c)", "h.example_443/a/b_(c)"), ("https://[::1]:6443", "___1__6443"),
        ("https://köln:1", "k_ln_1"),
    ])
    func foldersAreNamedAfterTheServer(_ url: String, name: String) throws {
        cache(url).store(document, as: .openAPI)
        #expect(FileSystem.exists(folder("cache/discovery/\(name)/skubectl-openapi.json")))
    }
}
