import Glibc
import Synchronization
import SystemIO
import TarArchive
import TestSupport
import Testing

@testable import SkubectlCommands

/// What a container sends, hostile or not, and what comes of it on this machine.
@Suite final class CopyExtractionTests: Sendable {
    private let files: TemporaryDirectory
    private let warnings = Mutex<[String]>([])

    init() throws {
        files = try TemporaryDirectory()
        try files.write("outside/secret", "secret")
    }

    /// A file of an archive.
    private func file(_ name: String, _ text: String = "x") -> (TarEntry, String) {
        (TarEntry(.regular, name: Array(name.utf8), size: Int64(text.utf8.count)), text)
    }

    private func special(_ kind: TarEntry.Kind, _ name: String, to target: String = "") -> (TarEntry, String) {
        (TarEntry(kind, name: Array(name.utf8), linkName: Array(target.utf8)), "")
    }

    /// Makes what the archive of `pod:/d` holds, below `in`.
    private func extract(_ entries: [(TarEntry, String)], source: String = "pod:/d") throws -> CopyExtraction {
        var extraction = CopyExtraction(
            CopyExtraction.Source(location: try CopyLocation(source), programName: "kubectl"),
            to: BytePath(files("in")), warn: { [self] text in warnings.withLock { $0.append(text) } })
        for (entry, text) in entries {
            try extraction.handle(.entry(entry))
            if !text.isEmpty { try extraction.handle(.contents(Array(text.utf8)[...])) }
            try extraction.handle(.entryEnd)
        }
        return extraction
    }

    private var shown: [String] {
        warnings.withLock { $0 }.map { $0.split(separator: files.path).joined(separator: "T") }
    }

    private func skipped(_ path: String) -> String {
        "warning: file \"\(path)\" is outside target destination, skipping"
    }

    private func expectNothingOutside() throws {
        #expect(try files.names() == ["in", "outside"])
        #expect(try files.names(of: "outside") == ["secret"])
        #expect(try files.read("outside/secret") == "secret")
    }

    @Test func `files and folders`() throws {
        let name = "d/ü ber\t"
        let extraction = try extract([
            special(.directory, "d/"), file("d/a", "text"), file("d/sub/deep/b"), special(.directory, "d/empty/"),
            file(name),
        ])
        #expect(try files.names(of: "in") == ["a", "empty", "sub", "ü ber\t"])
        #expect(try files.read("in/a") == "text")
        #expect(try FileSystem.status(files("in/empty")).kind == .directory)
        #expect(shown.isEmpty && !extraction.hasOmissions)
    }

    @Test func `one file, to its own name`() throws {
        _ = try extract([file("d", "one")])
        #expect(try files.read("in") == "one")
    }

    @Test func `names that lead out are skipped`() throws {
        let extraction = try extract([
            file("d/../../evil"), file("d/.."), file("d/../outside/secret"), file("d/a/../../../x"),
            file("d\\..\\..\\w"),
            file("d/fine"),
        ])
        #expect(
            shown == [
                skipped("\(parent)/evil"), skipped("T"), skipped("T/outside/secret"), skipped("\(parent)/x"),
                skipped("\(parent)/w"),
            ])
        // kubectl takes that for no failure.
        #expect(!extraction.hasOmissions)
        try expectNothingOutside()
        #expect(try files.names(of: "in") == ["fine"])
    }

    private var parent: String { PathText.directory(of: files.path) }

    @Test func `names that were not asked for end the copy`() {
        for name in ["other", "/etc/passwd", "../d/x", ""] {
            #expect(throws: CopyError.foreignName) { try extract([file(name)]) }
        }
    }

    @Test func `an absolute name behind the prefix is one inside`() throws {
        _ = try extract([file("d//etc/x")])
        #expect(try files.read("in/etc/x") == "x")
        try expectNothingOutside()
    }

    @Test func `links are not made, and what was to go through them stays inside`() throws {
        _ = try extract([
            special(.symbolicLink, "d/link", to: files("outside")), file("d/link/secret", "evil"),
            special(.symbolicLink, "d/two\u{1B}", to: "\u{07}../.."),
        ])
        #expect(
            shown == [
                "warning: skipping symlink: \"T/in/link\" -> \"T/outside\" (consider using \"kubectl exec -n \"\" \"pod\" "
                    + "-- tar cf - \"/d\" | tar xf -\")",
                "warning: skipping symlink: \"T/in/two\\x1b\" -> \"\\a../..\"",
            ])
        #expect(try files.read("in/link/secret") == "evil")
        try expectNothingOutside()
    }

    @Test func `links that are there lead nowhere else`() throws {
        try FileSystem.makeDirectories(files("in"), mode: 0o755)
        for (target, name) in [(files("outside"), "folder"), ("../outside/secret", "file"), ("..", "up")] {
            #expect(symlink(target, files("in/\(name)")) == 0)
        }
        let extraction = try extract([
            file("d/folder/secret", "evil"), file("d/file", "evil"), file("d/up/outside/secret", "evil"),
            special(.directory, "d/folder/new/"), file("d/folder/sub/x"), file("d/good"),
        ])
        #expect(
            shown
                == ["folder/secret", "file", "up/outside/secret", "folder/new", "folder/sub/x"].map {
                    skipped("T/in/\($0)")
                })
        // kubectl would have written them.
        #expect(extraction.hasOmissions)
        try expectNothingOutside()
        #expect(try files.read("in/good") == "x")
    }

    @Test func `links that are there and stay inside are followed`() throws {
        try files.write("in/real/old", "old")
        #expect(symlink("real", files("in/dir")) == 0)
        let extraction = try extract([file("d/dir/old", "new")])
        #expect(try files.read("in/real/old") == "new")
        #expect(!extraction.hasOmissions)
    }

    @Test func `other names of files are files of the same contents`() throws {
        let extraction = try extract([
            file("d/a", "text"), special(.hardLink, "d/b", to: "d/a"), special(.hardLink, "d/a", to: "d/a"),
        ])
        #expect(try files.read("in/a") == "text")
        #expect(try files.read("in/b") == "text")
        #expect(!extraction.hasOmissions)
    }

    @Test func `other names of files outside are skipped`() throws {
        let extraction = try extract([
            file("d/a"), special(.hardLink, "d/b", to: "/etc/passwd"),
            special(.hardLink, "d/c", to: "d/../../outside/secret"),
            special(.hardLink, "d/e", to: "d/../outside/secret"), special(.hardLink, "d", to: "d/a"),
        ])
        #expect(shown == ["T/in/b", "T/in/c", "T/in/e", "T/in"].map(skipped))
        #expect(extraction.hasOmissions)
        #expect(try files.names(of: "in") == ["a"])
        try expectNothingOutside()
    }

    @Test func `a name of a file that never came is an error`() throws {
        let error = #expect(throws: CopyError.self) {
            try extract([file("d/a"), special(.hardLink, "d/b", to: "d/none")])
        }
        guard case .file(let fault) = error else {
            Issue.record("another error")
            return
        }
        #expect(fault.isNotFound)
    }

    @Test func `devices and pipes become empty files, as with kubectl`() throws {
        _ = try extract([
            special(.characterDevice, "d/c"), special(.blockDevice, "d/b"), special(.fifo, "d/f"),
        ])
        for name in ["c", "b", "f"] {
            let status = try FileSystem.linkStatus(files("in/\(name)"))
            #expect(status.kind == .regular && status.size == 0)
        }
    }

    @Test func `what is in the way is told in kubectl's words`() throws {
        let file = #expect(throws: CopyError.self) { try extract([self.file("d/a"), self.file("d/a/b")]) }
        #expect(file?.message == "mkdir \(files("in"))/a: not a directory")
        let folder = #expect(throws: CopyError.self) { try extract([special(.directory, "d/b"), self.file("d/b")]) }
        #expect(folder?.message == "open \(files("in"))/b: is a directory")
        try files.write("in/\u{1B}[31m/x", "")
        let hostile = #expect(throws: CopyError.self) { try extract([self.file("d/\u{1B}[31m")]) }
        #expect(hostile?.message == "open \(files("in"))/\\x1b[31m: is a directory")
    }

    @Test func `no archive writes outside`() throws {
        var generator = SystemRandomNumberGenerator()
        let parts = ["..", ".", "", "a", "b", "link", "\\..", "d", "/", "etc", "secret", "outside"]
        let kinds: [TarEntry.Kind] = [.regular, .regular, .directory, .symbolicLink, .hardLink, .fifo, .unknown(86)]
        try FileSystem.makeDirectories(files("in"), mode: 0o755)
        #expect(symlink("../outside", files("in/link")) == 0)
        for _ in 0..<2000 {
            let names = (0..<2).map { _ in
                (0..<Int.random(in: 1...5, using: &generator)).map { _ in
                    parts.randomElement(using: &generator) ?? ""
                }.joined(separator: "/")
            }
            let entry = TarEntry(
                kinds.randomElement(using: &generator) ?? .regular, name: Array("d/\(names[0])".utf8),
                linkName: Array(names[1].utf8), size: 1)
            // Whatever is refused is.
            _ = try? extract([(entry, "!")])
        }
        #expect(warnings.withLock { $0.count } > 100)
        try expectNothingOutside()
    }
}
