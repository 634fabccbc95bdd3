import HTTPTransport
import KubeClient
import Renderers
import StdlibExtensions
import SystemIO
import TarArchive

/// Copies from a container: what tar writes there becomes files here.
struct CopyDownload {
    /// A process of a container, started anew with each call.
    typealias Processes = @Sendable (_ command: [String]) async throws -> any RemoteSession

    let source: CopyLocation
    let destination: BytePath
    /// How often a copy that was cut is resumed; without limit where negative.
    let retries: Int
    let programName: String
    let console: any Console
    let open: Processes
    /// Waits before a server that could not be reached is tried again.
    var pause: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }

    /// How long a process whose archive is complete may take to end.
    private static let longestEnding = Duration.seconds(10)

    /// What became of one process.
    private enum Outcome {
        case complete
        /// It ended without a complaint, but its archive is not complete.
        case ended
        /// The connection was cut before it had ended.
        case cut
    }

    /// What has arrived so far, over all processes.
    private struct Progress {
        var reader = TarReader()
        var extraction: CopyExtraction
        var received: UInt64 = 0
        var attempts = 0
        /// Failures to reach the server since something arrived.
        var failures = 0
    }

    func run() async throws {
        let console = console
        var progress = Progress(
            extraction: CopyExtraction(
                CopyExtraction.Source(location: source, programName: programName), to: destination,
                warn: { console.writeError($0 + "\n") }))
        do {
            try await receive(&progress)
        } catch {
            tellOfUnfinishedFile(progress)
            throw error
        }
        if progress.extraction.hasOmissions { throw CommandError.silent(exitCode: 1) }
    }

    private func receive(_ progress: inout Progress) async throws {
        var outcome = try await receiveOnce(&progress)
        while outcome != .complete, retries < 0 || progress.attempts < retries {
            progress.attempts += 1
            console.write(
                "Resuming copy at \(progress.received) bytes, retry \(progress.attempts)/\(retries)\n")
            console.flush()
            outcome = try await receiveOnce(&progress)
        }
        if outcome == .complete { return }
        console.write("Dropping out copy after \(progress.attempts) retries\n")
        // An archive may do without the blocks at its end, but only a process that has ended says that it has one.
        guard outcome == .ended, progress.reader.progress == .betweenEntries else {
            throw CopyError.archive(.truncated)
        }
    }

    private func receiveOnce(_ progress: inout Progress) async throws -> Outcome {
        let session: any RemoteSession
        do {
            session = try await open(command(from: progress))
        } catch ClientError.transport(let error, let method, let url) {
            guard progress.attempts > 0, error != .cancelled else {
                throw ClientError.transport(error, method: method, url: url)
            }
            progress.failures += 1
            try await pause(.seconds(min(progress.failures, 5)))
            return .cut
        }
        progress.failures = 0
        defer { session.close() }
        return try await withTaskCancellationHandler {
            try await read(session, &progress)
        } onCancel: {
            session.close()
        }
    }

    /// tar alone, or where a copy may be resumed, what it writes without what has arrived.
    private func command(from progress: Progress) -> [String] {
        let path = source.path.text
        guard retries != 0 else { return ["tar", "cf", "-", path] }
        let quoted = path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#)
        let start = progress.attempts == 0 ? 0 : progress.received + 1
        return ["sh", "-c", "tar cf - '\(quoted)' | tail -c+\(start)"]
    }

    private func read(_ session: any RemoteSession, _ progress: inout Progress) async throws -> Outcome {
        var timer: Task<Void, Never>?
        defer { timer?.cancel() }
        while true {
            let output: RemoteOutput?
            do throws(RemoteSessionError) {
                output = try await session.next()
            } catch {
                try Task.checkCancellation()
                if case .malformed = error { throw error }
                return progress.reader.progress == .ended ? .complete : .cut
            }
            switch output {
            case .standardOutput(let bytes):
                progress.received += UInt64(bytes.count)
                try Self.extract(bytes, &progress)
                if timer == nil, progress.reader.progress == .ended { timer = Self.ending(session) }
            case .standardError(let bytes):
                console.write(TerminalText.escaped(String(decoding: bytes, as: UTF8.self)))
                console.flush()
            case .ended(let end):
                try end.check()
                return progress.reader.progress == .ended ? .complete : .ended
            case nil: return progress.reader.progress == .ended ? .complete : .cut
            }
        }
    }

    private static func extract(_ bytes: [UInt8], _ progress: inout Progress) throws(CopyError) {
        progress.reader.append(bytes)
        while true {
            let event: TarReader.Event?
            do throws(TarError) { event = try progress.reader.next() } catch { throw .archive(error) }
            guard let event else { return }
            try progress.extraction.handle(event)
        }
    }

    /// Leaves a process that does not end though its archive is complete.
    private static func ending(_ session: any RemoteSession) -> Task<Void, Never> {
        Task {
            // Cancelled: it has ended.
            guard (try? await Task.sleep(for: longestEnding)) != nil else { return }
            session.close()
        }
    }

    private func tellOfUnfinishedFile(_ progress: Progress) {
        guard let path = progress.extraction.unfinishedFile else { return }
        console.writeError("warning: file \(path.bytes.goQuotedText) is incomplete\n")
    }
}
