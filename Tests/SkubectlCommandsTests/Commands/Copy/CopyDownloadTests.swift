import Glibc
import HTTPTransport
import KubeClient
import Synchronization
import SystemIO
import TarArchive
import TestSupport
import Testing

@testable import SkubectlCommands

/// Copies from a container whose tar a closure plays.
@Suite final class CopyDownloadTests: Sendable {
    private let files: TemporaryDirectory
    private let console = MemoryConsole()
    private let commands = Mutex<[[String]]>([])
    private let archive: [UInt8]
    private let contents = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }

    init() throws {
        files = try TemporaryDirectory()
        var writer = TarWriter()
        var bytes = try writer.begin(TarEntry(.regular, name: Array("d/a".utf8), size: Int64(contents.count)))
        try writer.contents(contents.count)
        bytes += contents
        bytes += try writer.begin(TarEntry(.regular, name: Array("d/b".utf8), size: 3))
        try writer.contents(3)
        archive = try bytes + Array("end".utf8) + writer.finish()
    }

    /// What the n-th process does, from the byte it was asked to begin with.
    private typealias Play =
        @Sendable (_ number: Int, _ start: Int, MemoryRemoteSession.Process) async -> Result<
            RemoteEnd, RemoteSessionError
        >

    private func run(
        _ source: String = "pod:/d", retries: Int = 0, _ play: @escaping Play
    ) async throws -> (any Error)? {
        let download = CopyDownload(
            source: try CopyLocation(source), destination: BytePath(files("in")), retries: retries,
            programName: "kubectl", console: console,
            open: { [self] command in
                let number = commands.withLock { commands in
                    commands.append(command)
                    return commands.count
                }
                let start = command.last?.split(separator: "+").last.flatMap { Int($0) } ?? 0
                return MemoryRemoteSession { await play(number, max(start - 1, 0), $0) }
            }, pause: { _ in })
        do {
            try await download.run()
            return nil
        } catch {
            return error
        }
    }

    private func expectAll() throws {
        #expect(try FileSystem.read(files("in/a")) == contents)
        #expect(try files.read("in/b") == "end")
    }

    @Test func `an archive in pieces, and what tar says`() async throws {
        let archive = archive
        let error = try await run { _, _, process in
            process.complain("tar: removing leading '/' from member names\n")
            for start in stride(from: 0, to: archive.count, by: 999) {
                process.write(Array(archive[start..<min(start + 999, archive.count)]))
            }
            return .success(.success)
        }
        #expect(error == nil)
        try expectAll()
        #expect(console.output == "tar: removing leading '/' from member names\n")
        #expect(console.error.isEmpty)
        #expect(commands.withLock { $0 } == [["tar", "cf", "-", "/d"]])
    }

    @Test func `what tar says cannot control the terminal`() async throws {
        let archive = archive
        _ = try await run { _, _, process in
            process.complain("tar: \u{1B}]0;title\r\n")
            process.write(archive)
            return .success(.success)
        }
        #expect(console.output == "tar: ^[]0;title\\r\n")
    }

    @Test(arguments: [700, 200_512, 201_000, 201_500])
    func `a cut archive is an error, and the file that is cut is told`(
        length: Int
    ) async throws {
        let part = Array(archive.prefix(length))
        let error = try await run { _, _, process in
            process.write(part)
            return .failure(.endMissing)
        }
        #expect(error as? CopyError == .archive(.truncated))
        #expect(console.output == "Dropping out copy after 0 retries\n")
        let isInFile = length == 700
        #expect(console.error == (isInFile ? "warning: file \"\(files("in"))/a\" is incomplete\n" : ""))
    }

    @Test func `a connection that ends between two files is no success`() async throws {
        let part = Array(archive.prefix(512 + 200_192))
        for end in [
            Result<RemoteEnd, RemoteSessionError>.failure(.endMissing),
            .failure(.transport(.endOfStream(inBody: true))),
        ] {
            let error = try await run { _, _, process in
                process.write(part)
                return end
            }
            #expect(error as? CopyError == .archive(.truncated))
        }
    }

    @Test func `an archive without its last blocks is whole where the process says so`() async throws {
        let part = Array(archive.dropLast(1024))
        let error = try await run { _, _, process in
            process.write(part)
            return .success(.success)
        }
        #expect(error == nil)
        try expectAll()
        #expect(console.output == "Dropping out copy after 0 retries\n")
    }

    @Test func `a copy is resumed where it was cut`() async throws {
        let archive = archive
        let error = try await run(retries: 5) { number, start, process in
            let end = number == 4 ? archive.count : start + 60_001
            process.write(Array(archive[start..<end]))
            return number == 4 ? .success(.success) : .failure(.transport(.endOfStream(inBody: true)))
        }
        #expect(error == nil)
        try expectAll()
        #expect(
            console.output == """
                Resuming copy at 60001 bytes, retry 1/5
                Resuming copy at 120002 bytes, retry 2/5
                Resuming copy at 180003 bytes, retry 3/5

                """)
        #expect(
            commands.withLock { $0 }
                == ["0", "60002", "120003", "180004"].map { ["sh", "-c", "tar cf - '/d' | tail -c+\($0)"] })
    }

    @Test func `retries have an end`() async throws {
        let error = try await run(retries: 2) { _, _, _ in .failure(.endMissing) }
        #expect(error as? CopyError == .archive(.truncated))
        #expect(
            console.output == """
                Resuming copy at 0 bytes, retry 1/2
                Resuming copy at 0 bytes, retry 2/2
                Dropping out copy after 2 retries

                """)
    }

    @Test func `quotes in names stay in them`() async throws {
        _ = try await run("pod:/it's", retries: 1) { _, _, process in
            process.complain("sh: no\n")
            return .success(.exitCode(1))
        }
        #expect(commands.withLock { $0 } == [["sh", "-c", #"tar cf - '/it'\''s' | tail -c+0"#]])
    }

    @Test func `a server that is not there yet is asked again, but not at first`() async throws {
        let archive = archive
        let calls = Mutex(0)
        func download(failing: Set<Int>) throws -> CopyDownload {
            calls.withLock { $0 = 0 }
            return CopyDownload(
                source: try CopyLocation("pod:/d"), destination: BytePath(files("in")), retries: 3,
                programName: "kubectl", console: console,
                open: { command in
                    let number = calls.withLock { count in
                        count += 1
                        return count
                    }
                    if failing.contains(number) {
                        throw ClientError.transport(.endOfStream(inBody: false), method: "GET", url: "https://x")
                    }
                    let start = number == 1 ? 0 : 5000
                    return MemoryRemoteSession { process in
                        process.write(Array(archive[start..<(number == 1 ? 5000 : archive.count)]))
                        return number == 1 ? .failure(.endMissing) : .success(.success)
                    }
                }, pause: { _ in })
        }
        await #expect(throws: ClientError.self) { try await download(failing: [1]).run() }
        try await download(failing: [2, 3]).run()
        try expectAll()
        await #expect(throws: CopyError.archive(.truncated)) { try await download(failing: [2, 3, 4]).run() }
    }

    @Test func `how the process ended goes before what is missing`() async throws {
        let part = Array(archive.prefix(900))
        let code = try await run { _, _, process in
            process.write(part)
            return .success(.exitCode(2))
        }
        #expect(code as? RemoteProcessError == .exitCode(2))
        let words = try await run { _, _, _ in .success(.failure("no such container")) }
        #expect(words as? RemoteProcessError == .failed("no such container"))
        let whole = archive
        let late = try await run { _, _, process in
            process.write(whole)
            return .success(.exitCode(1))
        }
        #expect(late as? RemoteProcessError == .exitCode(1))
    }

    @Test func `what is no archive`() async throws {
        let error = try await run { _, _, process in
            process.write(Array(String(repeating: "hello ", count: 100).utf8))
            return .success(.success)
        }
        #expect(error as? CopyError == .archive(.malformedHeader))
    }

    @Test func `bytes behind the archive are dropped`() async throws {
        let archive = archive
        let error = try await run { _, _, process in
            process.write(archive)
            for _ in 0..<100 { process.write([UInt8](repeating: 9, count: 1000)) }
            return .success(.success)
        }
        #expect(error == nil)
        try expectAll()
    }

    @Test func `a file that was left out makes the copy a failure`() async throws {
        let archive = archive
        try FileSystem.makeDirectories(files("in/b"), mode: 0o755)
        _ = try FileSystem.remove(files("in/b"))
        try files.write("secret", "secret")
        #expect(symlink("../secret", files("in/b")) == 0)
        let error = try await run { _, _, process in
            process.write(archive)
            return .success(.success)
        }
        guard case CommandError.silent(exitCode: 1)? = error else {
            Issue.record("no failure: \(String(describing: error))")
            return
        }
        #expect(console.error == "warning: file \"\(files("in"))/b\" is outside target destination, skipping\n")
        #expect(try files.read("secret") == "secret")
    }
}
