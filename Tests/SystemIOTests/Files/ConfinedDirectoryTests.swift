import Glibc
import SystemIO
import TestSupport
import Testing

@Suite struct ConfinedDirectoryTests {
    private let files: TemporaryDirectory
    private let directory: ConfinedDirectory

    init() throws {
        files = try TemporaryDirectory()
        try files.write("in/there", "old contents")
        try files.write("out/secret", "secret")
        directory = try ConfinedDirectory(opening: BytePath(files("in")))
    }

    private func write(_ path: String, _ text: String) throws {
        let file = try directory.createFile(BytePath(path), mode: 0o644)
        try file.writeAll(Array(text.utf8))
    }

    private func isRefused(_ path: String) -> Bool {
        do {
            try write(path, "bad")
            return false
        } catch let error as SystemError {
            return error.isOutside
        } catch {
            return false
        }
    }

    @Test func `makes directories and files`() throws {
        try directory.makeDirectories(BytePath("a/b/./c"), mode: 0o700)
        try directory.makeDirectories(BytePath("a/b"), mode: 0o755)
        #expect(try FileSystem.status(files("in/a/b/c")).permissions == 0o700)
        try write("a/b/file", "text")
        #expect(try files.read("in/a/b/file") == "text")
        try write("there", "new")
        #expect(try files.read("in/there") == "new")
        #expect(try FileSystem.status(files("in/there")).permissions == 0o644)
    }

    @Test func `links within are followed`() throws {
        try directory.makeDirectories(BytePath("real/deep"), mode: 0o755)
        for (target, name) in [("real", "dir"), ("../there", "real/up"), ("deep/../up", "real/twice")] {
            #expect(symlink(target, files("in/\(name)")) == 0)
        }
        try write("dir/file", "1")
        #expect(try files.read("in/real/file") == "1")
        try write("dir/twice", "2")
        #expect(try files.read("in/there") == "2")
        try directory.makeDirectories(BytePath("dir/new"), mode: 0o755)
        #expect(try FileSystem.status(files("in/real/new")).kind == .directory)
    }

    @Test func `links that lead out are not`() throws {
        let outside = files("out")
        for (target, name) in [
            (outside, "absolute"), ("../out", "up"), ("\(outside)/secret", "file"), ("../out/secret", "upfile"),
            ("..", "parent"), ("up", "toUp"), ("loop", "loop"), ("\(outside)/new", "dangling"),
        ] {
            #expect(symlink(target, files("in/\(name)")) == 0)
        }
        for path in ["absolute/secret", "up/secret", "file", "upfile", "parent/out/secret", "toUp/x", "dangling"] {
            #expect(isRefused(path), "\(path)")
        }
        #expect(isRefused("../out/secret"))
        #expect(throws: SystemError.self) { try write("loop", "x") }
        for path in ["absolute/d", "up/d", "toUp/d", "parent/d", "../d"] {
            #expect(throws: SystemError.self) { try directory.makeDirectories(BytePath(path), mode: 0o755) }
        }
        #expect(try files.names() == ["in", "out"])
        #expect(try files.names(of: "out") == ["secret"])
        #expect(try files.read("out/secret") == "secret")
    }

    @Test func `devices and pipes are not written to`() throws {
        #expect(mkfifo(files("in/pipe"), 0o600) == 0)
        #expect(isRefused("pipe"))
        #expect(symlink("/dev/null", files("in/null")) == 0)
        #expect(isRefused("null"))
    }

    @Test func `errors are those of Go`() throws {
        let root = files("in")
        let file = #expect(throws: SystemError.self) {
            try directory.makeDirectories(BytePath("there/x"), mode: 0o755)
        }
        #expect(file?.goText == "mkdir \(root)/there: not a directory")
        try directory.makeDirectories(BytePath("d"), mode: 0o755)
        let folder = #expect(throws: SystemError.self) { try write("d", "x") }
        #expect(folder?.goText == "open \(root)/d: is a directory")
        let missing = #expect(throws: SystemError.self) { try write("none/x", "x") }
        #expect(missing?.goText == "open \(root)/none: no such file or directory")
    }

    @Test func `a file gets another name`() throws {
        try write("new", "previous")
        try directory.linkFile(BytePath("there"), to: BytePath("new"), mode: 0o644)
        #expect(try files.read("in/new") == "old contents")
        #expect(try FileSystem.status(files("in/there")).linkCount == 2)
        try directory.linkFile(BytePath("there"), to: BytePath("new"), mode: 0o644)
        try directory.linkFile(BytePath("there"), to: BytePath("there"), mode: 0o644)
        #expect(try files.read("in/there") == "old contents")
    }

    @Test func `a link to outside is not replaced, and what it leads to gets no name`() throws {
        #expect(symlink("../out/secret", files("in/link")) == 0)
        let error = #expect(throws: SystemError.self) {
            try directory.linkFile(BytePath("link"), to: BytePath("copy"), mode: 0o644)
        }
        #expect(error?.isOutside == true)
        #expect(throws: SystemError.self) {
            try directory.linkFile(BytePath("../out/secret"), to: BytePath("copy"), mode: 0o644)
        }
        #expect(throws: SystemError.self) {
            try directory.linkFile(BytePath("there"), to: BytePath("../out/copy"), mode: 0o644)
        }
        #expect(!FileSystem.exists(files("in/copy")))
        #expect(try files.names(of: "out") == ["secret"])
    }

    @Test func `a directory that turns into a link in between leads nowhere`() throws {
        try directory.makeDirectories(BytePath("d"), mode: 0o755)
        #expect(rename(files("in/d"), files("in/moved")) == 0)
        #expect(symlink("../out", files("in/d")) == 0)
        #expect(isRefused("d/secret"))
        #expect(try files.read("out/secret") == "secret")
    }

    @Test func `the directory stays the one it was when its name leads elsewhere`() throws {
        #expect(rename(files("in"), files("kept")) == 0)
        #expect(symlink("out", files("in")) == 0)
        try write("file", "text")
        #expect(try files.read("kept/file") == "text")
        #expect(try files.names(of: "out") == ["secret"])
    }
}
