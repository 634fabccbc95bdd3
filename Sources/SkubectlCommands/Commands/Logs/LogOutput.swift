import HTTPTransport
import KubeClient
import SystemIO

/// Copies logs to standard output, whole lines at a time, so that lines of different logs do not mix.
struct LogOutput: Sendable {
    let command: LogsCommand
    let cluster: Cluster
    let context: CommandContext

    /// The longest piece that is held back for its line's end; a longer line is written in parts.
    private static let longestHeldLine = 1 << 20

    /// Prints one log to its end; a follower that the server refuses asks again until its time is over.
    func print(_ source: LogSource) async throws {
        guard command.follows else {
            do { try await copy(source) } catch {
                guard command.ignoresErrors else { throw error }
                context.console.write("error: \(sentence(error))\n")
            }
            return
        }
        let deadline = ContinuousClock.now + command.podTimeout
        while true {
            do { return try await copy(source) } catch {
                if command.ignoresErrors { return context.console.write("error: \(sentence(error))\n") }
                if case ClientError.transport(.cancelled, _, _) = error { throw error }
                context.console.writeError("\(sentence(error))\n")
                guard case ClientError.status = error else { throw error }
                guard ContinuousClock.now < deadline else {
                    throw CommandError.failed("timed out waiting for the condition")
                }
                try await Task.sleep(for: .seconds(1))
            }
        }
    }

    /// Prints several logs at once; the first failure ends all.
    func followTogether(_ sources: [LogSource]) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for source in sources { group.addTask { try await print(source) } }
            try await group.waitForAll()
        }
    }

    private func copy(_ source: LogSource) async throws {
        let request = source.request(command.parameters)
        let response = try await cluster.client.response(request)
        let prefix = command.hasPrefix ? Array(source.prefix.utf8) : []
        var held: [UInt8] = []
        do throws(TransportError) {
            for try await chunk in response.body {
                held += chunk
                guard let end = held.lastIndex(of: UInt8(ascii: "\n")) ?? longLineEnd(held) else { continue }
                write(held[...end], prefix: prefix)
                held.removeSubrange(...end)
                if command.follows { context.console.flush() }
            }
        } catch {
            throw cluster.client.bodyFailure(error, of: request)
        }
        if !held.isEmpty { write(held[...], prefix: prefix) }
        context.console.flush()
    }

    private func longLineEnd(_ held: [UInt8]) -> Int? {
        held.count >= Self.longestHeldLine ? held.count - 1 : nil
    }

    private func write(_ bytes: ArraySlice<UInt8>, prefix: [UInt8]) {
        guard !prefix.isEmpty else { return context.console.write(Array(bytes)) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + prefix.count * 8)
        var isLineStart = true
        for byte in bytes {
            if isLineStart { output += prefix }
            output.append(byte)
            isLineStart = byte == UInt8(ascii: "\n")
        }
        context.console.write(output)
    }

    private func sentence(_ error: any Error) -> String {
        if let error = error as? ClientError { return error.message }
        return ErrorReport(error, programName: context.programName).text
    }
}
