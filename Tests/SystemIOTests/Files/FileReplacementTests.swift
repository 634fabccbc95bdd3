import Glibc
import SystemIO
import TestSupport
import Testing

@Suite("Replacing files")
struct FileReplacementTests {
    let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test func aNewFileGetsTheModeAndAnOldOneKeepsIts() throws {
        try FileSystem.replace(directory("new"), with: [1], mode: 0o600)
        #expect(try FileSystem.status(directory("new")).permissions == 0o600)
        let old = try directory.write("old", "long text", mode: 0o640)
        try FileSystem.replace(old, with: [2], mode: 0o600, durable: true)
        #expect(try FileSystem.status(old).permissions == 0o640)
        #expect(try FileSystem.read(old) == [2])
        #expect(try directory.names() == ["new", "old"])
    }

    @Test func aLinkStaysALink() throws {
        let real = try directory.write("sub/real", "x")
        #expect(symlink("sub/real", directory("link")) == 0)
        try FileSystem.replace(directory("link"), with: [3], mode: 0o600)
        #expect(try FileSystem.linkStatus(directory("link")).kind == .symbolicLink)
        #expect(try FileSystem.read(real) == [3])
        #expect(symlink("sub/new", directory("dangling")) == 0)
        try FileSystem.replace(directory("dangling"), with: [4], mode: 0o600)
        #expect(try FileSystem.read(directory("sub/new")) == [4])
    }

    @Test func aFileWithTwoNamesStaysOne() throws {
        let file = try directory.write("a", "x")
        #expect(link(file, directory("b")) == 0)
        try FileSystem.replace(file, with: [5], mode: 0o600)
        #expect(try FileSystem.read(directory("b")) == [5])
    }

    @Test func aFailureNamesTheFile() throws {
        let path = directory("none/file")
        #expect(throws: SystemError(operation: "open", path: path, code: ENOENT)) {
            try FileSystem.replace(path, with: [], mode: 0o600)
        }
    }

    @Test func readersSeeTheOldContentsOrTheNewOnes() async throws {
        let path = try directory.write("file", String(repeating: "0", count: 10_000))
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for round in 0..<200 {
                    let digit = UInt8(ascii: "0") + UInt8(round % 10)
                    #expect(throws: Never.self) {
                        try FileSystem.replace(path, with: [UInt8](repeating: digit, count: 10_000), mode: 0o600)
                    }
                }
            }
            group.addTask {
                for _ in 0..<200 {
                    // A failure to read is a wrong count below.
                    let bytes = (try? FileSystem.read(path)) ?? []
                    #expect(bytes.count == 10_000 && bytes.allSatisfy { $0 == bytes[0] })
                }
            }
        }
    }
}

@Suite("Lock files")
struct LockFileTests {
    let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test func aSecondLockIsRefusedWhileTheFirstLives() throws {
        let path = directory("a/b/config.lock")
        do {
            let lock = try LockFile(path)
            #expect(try FileSystem.status(path).permissions == 0)
            #expect(throws: SystemError(operation: "open", path: path, code: EEXIST)) { _ = try LockFile(path) }
            #expect(throws: SystemError(operation: "open", path: path, code: EEXIST)) {
                _ = try LockFile(path, patience: .milliseconds(5))
            }
            _ = consume lock
        }
        #expect(!FileSystem.exists(path))
        _ = try LockFile(path)
    }
}
