import Glibc
import SystemIO
import TestSupport
import Testing

@Suite struct FileSystemBytePathTests {
    private let directory: TemporaryDirectory
    private let odd = BytePath([0x62, 0xFF, 0xC3])

    init() throws { directory = try TemporaryDirectory() }

    private var root: BytePath { BytePath(directory.path) }

    @Test func `names that are no text are found again`() throws {
        try directory.write("a", "")
        try FileSystem.makeDirectories(root.joined(odd).joined(BytePath("sub")), mode: 0o755)
        #expect(try FileSystem.list(root) == [BytePath("a"), odd])
        #expect(try FileSystem.list(root.joined(odd)) == [BytePath("sub")])
        #expect(try FileSystem.status(root.joined(odd)).kind == .directory)
    }

    @Test func `where links lead`() throws {
        let target = String(repeating: "x", count: 3000)
        #expect(symlink(target, directory("long")) == 0)
        #expect(try FileSystem.linkTarget(root.joined(BytePath("long"))).text == target)
        let error = #expect(throws: SystemError.self) { try FileSystem.linkTarget(root) }
        #expect(error?.goText == "readlink \(directory.path): invalid argument")
    }

    @Test func `what is no file`() throws {
        #expect(mkfifo(directory("pipe"), 0o600) == 0)
        #expect(try FileSystem.linkStatus(root.joined(BytePath("pipe"))).specialKind == .pipe)
        let null = try FileSystem.linkStatus(BytePath("/dev/null"))
        #expect(null.specialKind == .characterDevice)
        #expect([null.deviceMajor, null.deviceMinor] == [1, 3])
        #expect(try FileSystem.linkStatus(root).specialKind == nil)
    }

    @Test func `directories are made as Go makes them`() throws {
        try directory.write("file", "")
        let error = #expect(throws: SystemError.self) {
            try FileSystem.makeDirectories(root.joined(BytePath("file/a/b")), mode: 0o755)
        }
        #expect(error?.goText == "mkdir \(directory("file")): not a directory")
        #expect(symlink("nowhere", directory("dangling")) == 0)
        let link = #expect(throws: SystemError.self) {
            try FileSystem.makeDirectories(root.joined(BytePath("dangling")), mode: 0o755)
        }
        #expect(link?.goText == "mkdir \(directory("dangling")): file exists")
    }

    @Test func `a name with a NUL names nothing`() {
        let error = #expect(throws: SystemError.self) { try FileSystem.status(BytePath([0x2F, 0, 0x61])) }
        #expect(error?.isNotFound == true)
    }
}
