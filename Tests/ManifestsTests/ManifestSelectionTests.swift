import Glibc
import Manifests
import SystemIO
import TestSupport
import Testing

/// The expected results are those of kubectl 1.36.
struct ManifestSelectionTests {
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
        for name in ["ok.yaml", "notes.txt", "d/a.yaml", "d/b.json", "d/c.yml", "d/.yaml", "d/x.txt", "d/YAML"] {
            try folder.write(name, "kind: A\n")
        }
        for name in ["d/sub/e.yaml", "d/sub/deep/f.yaml", "d/z.yaml/g.yaml", "texts/x.txt"] {
            try folder.write(name, "kind: A\n")
        }
    }

    /// The paths selected, without the folder's.
    private func select(_ names: String..., recursive: Bool = false) throws -> [String] {
        let names = names.map { $0 == "-" || $0.contains("://") ? $0 : folder($0) }
        return try ManifestSelection(names: names, isRecursive: recursive).sources
            .map { $0.name.replacing(folder.path + "/", with: "") }
    }

    private func errors(_ names: [String]) -> [ManifestError] {
        do {
            _ = try ManifestSelection(names: names, isRecursive: false)
            return []
        } catch {
            return error.errors
        }
    }

    @Test func takesFilesOfAnyNameWhenNamed() throws {
        #expect(try select("ok.yaml", "notes.txt") == ["ok.yaml", "notes.txt"])
        #expect(try select("./ok.yaml", "ok.yaml") == ["./ok.yaml", "ok.yaml"])
    }

    @Test func takesManifestsOfADirectory() throws {
        #expect(try select("d") == ["d/.yaml", "d/a.yaml", "d/b.json", "d/c.yml"])
        #expect(
            try select("d/", recursive: true)
                == [
                    "d/.yaml", "d/a.yaml", "d/b.json", "d/c.yml", "d/sub/deep/f.yaml", "d/sub/e.yaml",
                    "d/z.yaml/g.yaml",
                ])
    }

    @Test func takesStandardInputAndURLs() throws {
        let selection = try ManifestSelection(names: ["-", "https://h/x?y=z", "http://h:80/"], isRecursive: false)
        #expect(selection.sources == [.standardInput, .url("https://h/x?y=z"), .url("http://h:80/")])
        #expect(selection.sources.map(\.name) == ["STDIN", "https://h/x?y=z", "http://h:80/"])
    }

    @Test func expandsPatterns() throws {
        #expect(try select("d/*.yaml") == ["d/.yaml", "d/a.yaml", "d/z.yaml/g.yaml"])
        #expect(try select("d/[a-b].*") == ["d/a.yaml", "d/b.json"])
        #expect(try select("*/[^a]*.yml") == ["d/c.yml"])
        #expect(try select("?/\\a.yaml") == ["d/a.yaml"])
    }

    @Test func knowsWhetherOneObjectIsMeant() throws {
        func isSingle(_ names: String...) throws -> Bool {
            try ManifestSelection(names: names, isRecursive: false).isSingleItem
        }
        #expect(try isSingle(folder("ok.yaml")))
        #expect(try isSingle("http://h/x"))
        #expect(try !isSingle("-"))
        #expect(try !isSingle(folder("d")))
        #expect(try !isSingle(folder("ok.yaml"), folder("notes.txt")))
    }

    @Test func tellsOfAllThatIsMissing() throws {
        #expect(errors(["/no/1", "/no/2"]) == [.pathNotFound("/no/1"), .pathNotFound("/no/2")])
        #expect(errors([folder("d/*.nope")]) == [.pathNotFound(folder("d/*.nope"))])
        #expect(errors([folder("[x")]) == [.invalidPattern(folder("[x"))])
        let file = folder("ok.yaml/x")
        let reason = SystemError(operation: "stat", path: file, code: ENOTDIR)
        #expect(errors([file]) == [.pathInaccessible(file, reason)])
        #expect(errors(["-", "-"]) == [.standardInputTwice])
        #expect(errors(["http://h/%zz", "-"]) == [.invalidURL("http://h/%zz", .invalidEscape("%zz"))])
    }

    @Test func tellsOfDirectoriesWithoutManifests() throws {
        #expect(errors([folder("texts")]) == [.noRecognizedFiles([folder("texts")])])
        #expect(errors([folder("texts"), folder("ok.yaml")]) == [.noRecognizedFiles([folder("texts")])])
        #expect(try select("ok.yaml", "texts") == ["ok.yaml"])
    }

    @Test func followsLinksAsKubectlDoes() throws {
        #expect(symlink("d", folder("link")) == 0)
        #expect(symlink("nowhere", folder("dangling.yaml")) == 0)
        #expect(symlink("../ok.yaml", folder("d/link.yaml")) == 0)
        #expect(symlink("nowhere", folder("d/lost.yaml")) == 0)
        #expect(symlink("sub", folder("d/dir")) == 0)
        #expect(try select("link") == ["link"])
        #expect(try select("link/").contains("link/link.yaml"))
        #expect(errors([folder("dangling.yaml")]) == [.pathNotFound(folder("dangling.yaml"))])
        let files = try select("d", recursive: true)
        #expect(files.contains("d/lost.yaml") && !files.contains { $0.hasPrefix("d/dir") })
    }

    @Test(
        arguments: [
            ("http://h/a b", nil), ("http://h/a%20b#x%41", nil), ("http://u:p@h:8080/x", nil),
            ("http://[::1]:80/x", nil),
            ("http://", nil), ("http://h\u{1}/", .controlCharacter), ("http://h/%4", .invalidEscape("%4")),
            ("http://h/#%x", .invalidEscape("%x")), ("http://[::1/x", .unclosedBracket),
            ("http://h:x/", .invalidPort(":x")), ("http://[::1]x/", .invalidPort("x")),
            ("http://a b/", .invalidHostCharacter(" ")),
        ] as [(String, URLProblem?)])
    func checksURLs(_ url: String, _ problem: URLProblem?) {
        #expect(errors([url]) == problem.map { [.invalidURL(url, $0)] } ?? [])
    }
}
