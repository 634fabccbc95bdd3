import HTTPTransport
import KubeClient
import SystemIO
import TarArchive

/// Copies to a container: files here become an archive, which tar unpacks there.
struct CopyUpload {
    /// A process of a container, which reads its input where `input` says so.
    typealias Processes = @Sendable (_ command: [String], _ input: Bool) async throws -> any RemoteSession

    let source: BytePath
    let destination: BytePath
    /// Whether owners and modes of files become those of the user there.
    let preservesNothing: Bool
    let console: any Console
    let open: Processes
    /// How long the question may take whether the destination is a directory.
    var longestQuestion = Duration.seconds(30)

    /// What became of the archive on its way.
    private enum Sending {
        case complete
        /// The process read no more; `withinFiles` where it has not got them all.
        case stopped(withinFiles: Bool)
        case failed(any Error)
    }

    private enum Part {
        case sending(Sending)
        case ending(Result<RemoteEnd, any Error>)
    }

    func run() async throws {
        // A link that leads nowhere does not exist either, though what it is could be sent.
        guard (try? FileSystem.status(source)) != nil else { throw CopyError.missingSource(source) }
        var target = destination
        if try await isDirectory(destination) {
            target = CopyPaths.remote(destination.joined(CopyPaths.local(source.lastElement)))
        }
        let session = try await open(command(for: target), true)
        defer { session.close() }
        try await withTaskCancellationHandler {
            try await send(to: session, as: target.cleaned.lastElement)
        } onCancel: {
            session.close()
        }
    }

    private func command(for target: BytePath) -> [String] {
        let options = preservesNothing ? ["--no-same-permissions", "--no-same-owner"] : []
        return ["tar"] + options + ["-xmf", "-", "-C", CopyPaths.remote(target.directory).text]
    }

    // MARK: - The destination

    /// Whether the path is a directory in the container; whatever hinders the question is told by the copy itself.
    private func isDirectory(_ path: BytePath) async throws -> Bool {
        let answer = await withTaskGroup(of: Bool?.self) { group in
            group.addTask { await succeeds(["test", "-d", path.text]) }
            group.addTask { [longestQuestion] in
                // Cancelled: the answer has come.
                try? await Task.sleep(for: longestQuestion)
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
        try Task.checkCancellation()
        guard let answer else { throw CopyError.deadlineExceeded }
        return answer
    }

    private func succeeds(_ command: [String]) async -> Bool {
        // Why not is told by the copy itself.
        guard let session = try? await open(command, false) else { return false }
        defer { session.close() }
        return await withTaskCancellationHandler {
            // As above.
            while let output = try? await session.next() {
                if case .ended(let end) = output { return end == .success }
            }
            return false
        } onCancel: {
            session.close()
        }
    }

    // MARK: - The archive

    private func send(to session: any RemoteSession, as name: BytePath) async throws {
        var sending = Sending.complete
        var ending: Result<RemoteEnd, any Error>?
        await withTaskGroup(of: Part.self) { group in
            group.addTask { .sending(await sendArchive(to: session, as: name)) }
            group.addTask { .ending(await readOutput(of: session)) }
            for await part in group {
                switch part {
                case .sending(let outcome):
                    sending = outcome
                    // Where the connection is at fault, the server may still have something to say.
                    if case .failed(let error) = outcome, !(error is RemoteSessionError) { session.close() }
                case .ending(let result):
                    ending = result
                    session.close()
                }
            }
        }
        try Task.checkCancellation()
        if case .failed(let error) = sending, !(error is RemoteSessionError) { throw error }
        try ending?.get().check()
        switch sending {
        case .complete, .stopped(withinFiles: false): return
        case .stopped(withinFiles: true), .failed: throw CopyError.unreadInput
        }
    }

    private func sendArchive(to session: any RemoteSession, as name: BytePath) async -> Sending {
        var hasSentFiles = false
        do {
            var archive = CopyArchive()
            try await archive.add(CopyPaths.local(source.cleaned), as: name) { try await session.send($0) }
            let end = try archive.finish()
            hasSentFiles = true
            try await session.send(end)
            try await session.finishInput()
            return .complete
        } catch RemoteSessionError.inputClosed {
            return .stopped(withinFiles: !hasSentFiles)
        } catch RemoteSessionError.transport(let error) {
            // The process may end, and the connection with it, while the end of the archive is under way.
            return hasSentFiles ? .stopped(withinFiles: false) : .failed(RemoteSessionError.transport(error))
        } catch {
            return .failed(error)
        }
    }

    private func readOutput(of session: any RemoteSession) async -> Result<RemoteEnd, any Error> {
        do {
            while let output = try await session.next() {
                switch output {
                case .standardOutput(let bytes):
                    console.write(bytes)
                    console.flush()
                case .standardError(let bytes):
                    console.writeError(bytes)
                case .ended(let end): return .success(end)
                }
            }
            return .failure(RemoteSessionError.endMissing)
        } catch {
            return .failure(error)
        }
    }
}
