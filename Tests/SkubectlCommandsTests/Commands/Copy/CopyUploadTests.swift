import Glibc
import HTTPTransport
import KubeClient
import Synchronization
import SystemIO
import TarArchive
import TestSupport
import Testing

@testable import SkubectlCommands

/// Copies to a container whose tar a closure plays.
@Suite final class CopyUploadTests: Sendable {
    private let files: TemporaryDirectory
    private let console = MemoryConsole()
    private let commands = Mutex<[[String]]>([])
    private let received = Mutex<[UInt8]>([])

    init() throws {
        files = try TemporaryDirectory()
        try files.write("file", "text", mode: 0o640)
        try files.write("big", String(repeating: "0123456789abcdef", count: 40_000))
    }

    private typealias Play = @Sendable (MemoryRemoteSession.Process) async -> Result<RemoteEnd, RemoteSessionError>

    private func run(
        _ source: String, to destination: String, isDirectory: Bool = false, preservesNothing: Bool = false,
        readsInput: Bool = true, _ play: @escaping Play
    ) async -> (any Error)? {
        let upload = CopyUpload(
            source: CopyPaths.local(BytePath(files(source))), destination: CopyPaths.remote(BytePath(destination)),
            preservesNothing: preservesNothing, console: console,
            open: { [self] command, input in
                commands.withLock { $0.append(command) }
                #expect(input == (command.first == "tar"))
                if command.first == "test" {
                    return MemoryRemoteSession { process in
                        process.complain("not to be seen")
                        return .success(isDirectory ? .success : .exitCode(1))
                    }
                }
                return MemoryRemoteSession(readsInput: readsInput, play)
            })
        do {
            try await upload.run()
            return nil
        } catch {
            return error
        }
    }

    /// Reads all that is sent.
    private var reading: Play {
        { [self] process in
            let bytes = await process.readAll()
            received.withLock { $0 = bytes }
            return .success(.success)
        }
    }

    private func archive() throws -> [(entry: TarEntry, contents: [UInt8])] {
        var reader = TarReader()
        reader.append(received.withLock { $0 })
        var found: [(entry: TarEntry, contents: [UInt8])] = []
        while let event = try reader.next() {
            if case .entry(let entry) = event { found.append((entry, [])) }
            if case .contents(let bytes) = event { found[found.count - 1].contents += bytes }
        }
        #expect(reader.progress == .ended)
        return found
    }

    private func names() throws -> [String] {
        try archive().map { String(decoding: $0.entry.name, as: UTF8.self) }
    }

    @Test func `a file with its mode, under its new name`() async throws {
        #expect(await run("file", to: "/tmp/new", reading) == nil)
        #expect(commands.withLock { $0 } == [["test", "-d", "/tmp/new"], ["tar", "-xmf", "-", "-C", "/tmp"]])
        let files = try archive()
        #expect(files.map(\.contents) == [Array("text".utf8)])
        #expect(files.first?.entry.name == Array("new".utf8))
        #expect(files.first?.entry.permissions == 0o640)
        #expect(console.output.isEmpty && console.error.isEmpty)
    }

    @Test func `into a folder that is there`() async throws {
        #expect(await run("file", to: "/tmp/folder/", isDirectory: true, preservesNothing: true, reading) == nil)
        #expect(
            commands.withLock { $0 } == [
                ["test", "-d", "/tmp/folder"],
                ["tar", "--no-same-permissions", "--no-same-owner", "-xmf", "-", "-C", "/tmp/folder"],
            ])
        #expect(try names() == ["file"])
    }

    @Test(arguments: [
        ("new", ".", "new"), ("a/b/../new", "a", "new"), ("C:\\dir\\new", "C:/dir", "new"), ("/new", "/", "new"),
    ]) func `where it is unpacked`(destination: String, folder: String, name: String) async throws {
        #expect(await run("file", to: destination, reading) == nil)
        #expect(commands.withLock { $0.last } == ["tar", "-xmf", "-", "-C", folder])
        #expect(try names() == [name])
    }

    @Test func `a tree, with links and empty folders, and with names that are patterns or no text`() async throws {
        try files.write("tree/sub/a b", "1")
        try files.write("tree/[x]*?\\n", "2")
        try files.write("tree/x", "3")
        try FileSystem.makeDirectories(files("tree/empty"), mode: 0o700)
        #expect(chmod(files("tree/empty"), 0o1770) == 0)
        #expect(symlink("../nowhere", files("tree/link")) == 0)
        #expect(mkfifo(files("tree/pipe"), 0o600) == 0)
        let odd = Array(files("tree/").utf8) + [0xFF, 0xFE]
        #expect(mkdir(odd.map(CChar.init(bitPattern:)) + [0], 0o755) == 0)
        #expect(await run("tree/", to: "/t", reading) == nil)
        let files = try archive()
        let expected = ["t/[x]*?\\n", "t/empty", "t/link", "t/pipe", "t/sub/a b", "t/x"].map { Array($0.utf8) }
        #expect(files.map(\.entry.name) == expected + [Array("t/".utf8) + [0xFF, 0xFE]])
        #expect(
            files.map(\.entry.kind) == [.regular, .directory, .symbolicLink, .fifo, .regular, .regular, .directory])
        #expect(files[1].entry.permissions == 0o1770)
        #expect(files[2].entry.linkName == Array("../nowhere".utf8))
        #expect(files.map { String(decoding: $0.contents, as: UTF8.self) } == ["2", "", "", "", "1", "3", ""])
    }

    @Test func `a file in pieces`() async throws {
        #expect(await run("big", to: "/big", reading) == nil)
        #expect(try archive().first?.contents == FileSystem.read(files("big")))
    }

    @Test func `what is not there`() async {
        #expect(await run("none", to: "/x", reading) as? CopyError == .missingSource(BytePath(files("none"))))
        #expect(symlink("nowhere", files("dangling")) == 0)
        #expect(await run("dangling", to: "/x", reading) as? CopyError == .missingSource(BytePath(files("dangling"))))
        #expect(commands.withLock { $0 }.isEmpty)
    }

    @Test func `how tar ended, and what it said`() async {
        let error = await run("big", to: "/x", readsInput: false) { process in
            process.complain("tar: can't open 'x'\n")
            process.write(Array("out\n".utf8))
            return .success(.exitCode(2))
        }
        #expect(error as? RemoteProcessError == .exitCode(2))
        #expect(console.error == "tar: can't open 'x'\n")
        #expect(console.output == "out\n")
    }

    @Test func `a process that leaves data unread and is content is an error`() async {
        let error = await run("big", to: "/x", readsInput: false) { _ in
            .success(.success)
        }
        #expect(error as? CopyError == .unreadInput)
    }

    @Test func `a cut connection is an error`() async {
        for cut: RemoteSessionError in [.endMissing, .transport(.endOfStream(inBody: true))] {
            let error = await run("big", to: "/x") { process in
                _ = await process.read()
                return .failure(cut)
            }
            #expect(error as? RemoteSessionError == cut)
        }
        // Also after everything was sent: what became of it is not known.
        let error = await run("file", to: "/x") { process in
            _ = await process.readAll()
            return .failure(.endMissing)
        }
        #expect(error as? RemoteSessionError == .endMissing)
    }

    /// A connection whose breaking is noticed by who sends, and a moment later by who reads.
    private final class BreakingSession: RemoteSession {
        static let failure = RemoteSessionError.transport(.endOfStream(inBody: true))
        private let isClosed = Mutex(false)

        func send(_ bytes: [UInt8]) async throws(RemoteSessionError) { throw Self.failure }
        func finishInput() async throws(RemoteSessionError) { throw Self.failure }
        func resize(columns: Int, rows: Int) async throws(RemoteSessionError) {}
        func close() { isClosed.withLock { $0 = true } }

        func next() async throws(RemoteSessionError) -> RemoteOutput? {
            // Nothing interrupts this test.
            try? await Task.sleep(for: .milliseconds(50))
            throw isClosed.withLock(\.self) ? .transport(.cancelled) : Self.failure
        }
    }

    @Test func `a cut that is noticed while sending is no interruption by the user`() async {
        let upload = CopyUpload(
            source: BytePath(files("big")), destination: BytePath("/x"), preservesNothing: false, console: console,
            open: { command, _ in
                if command.first == "tar" { return BreakingSession() }
                return MemoryRemoteSession { _ in .success(.exitCode(1)) }
            })
        await #expect(throws: BreakingSession.failure) { try await upload.run() }
    }

    @Test func `a file that cannot be sent ends the copy, whatever tar makes of it`() async throws {
        let socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let path = files("tree/socket")
        try files.write("tree/a", "1")
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(107)) }
        let isBound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
        #expect(isBound)
        #expect(await run("tree", to: "/x", reading) as? CopyError == .socket)
    }

    @Test func `a question that is not answered has an end`() async {
        var upload = CopyUpload(
            source: BytePath(files("file")), destination: BytePath("/x"), preservesNothing: false, console: console,
            open: { _, _ in
                MemoryRemoteSession { process in
                    _ = await process.readAll()
                    return .success(.success)
                }
            })
        upload.longestQuestion = .milliseconds(20)
        await #expect(throws: CopyError.deadlineExceeded) { try await upload.run() }
    }

    @Test func `who cannot ask whether it is a folder takes it for none`() async throws {
        let upload = CopyUpload(
            source: BytePath(files("file")), destination: BytePath("/x"), preservesNothing: false, console: console,
            open: { [reading] command, _ in
                if command.first == "test" { throw CommandError.failed("no") }
                return MemoryRemoteSession(reading)
            })
        try await upload.run()
        #expect(try names() == ["x"])
    }
}
