import Glibc
import SystemIO
import TestSupport
import Testing

@Suite("FileSystem")
struct FileSystemTests {
    let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test func readsWhatWasWritten() throws {
        let text = String(repeating: "line\n", count: 50_000)
        let path = try directory.write("a", text)
        #expect(try FileSystem.read(path) == Array(text.utf8))
        #expect(try FileSystem.status(path).size == Int64(text.utf8.count))
    }

    @Test func errorsAreToldInGosWords() throws {
        let missing = directory("none")
        let error = #expect(throws: SystemError.self) { try FileSystem.read(missing) }
        #expect(error?.goText == "open \(missing): no such file or directory")
        let folder = #expect(throws: SystemError.self) { try FileSystem.read(directory.path) }
        #expect(folder?.goText == "read \(directory.path): is a directory")
        let stat = #expect(throws: SystemError.self) { try FileSystem.status(missing) }
        #expect(stat?.goText == "stat \(missing): no such file or directory")
        #expect(SystemError(operation: "x", path: nil, code: ESRMNT).reason == "srmount error")
        #expect(SystemError(operation: "x", path: nil, code: ERANGE).reason == "numerical result out of range")
    }

    @Test func readingStopsAtTheLimit() throws {
        let path = try directory.write("a", "12345")
        #expect(try FileSystem.read(path, limit: 5).count == 5)
        #expect(throws: SystemError(operation: "read", path: path, code: EFBIG)) {
            try FileSystem.read(path, limit: 4)
        }
    }

    @Test func listsNamesInByteOrder() throws {
        for name in ["b", "a", ".c", "Z"] { try directory.write(name, "") }
        #expect(try FileSystem.list(directory.path) == [".c", "Z", "a", "b"])
    }

    @Test func makesDirectoriesWithTheirMode() throws {
        let path = directory("x/y/z")
        try FileSystem.makeDirectories(path, mode: 0o700)
        try FileSystem.makeDirectories(path, mode: 0o700)
        for part in ["x", "x/y", "x/y/z"] {
            #expect(try FileSystem.status(directory(part)).permissions == 0o700)
        }
        let file = try directory.write("file", "")
        #expect(throws: SystemError(operation: "mkdir", path: file, code: ENOTDIR)) {
            try FileSystem.makeDirectories(file, mode: 0o700)
        }
    }

    @Test func followsLinks() throws {
        let file = try directory.write("real/file", "x")
        #expect(symlink("real/file", directory("link")) == 0)
        #expect(try FileSystem.resolvingLinks(directory("link")) == FileSystem.resolvingLinks(file))
        #expect(try FileSystem.linkStatus(directory("link")).kind == .symbolicLink)
        #expect(try FileSystem.status(directory("link")).kind == .regular)
    }
}
