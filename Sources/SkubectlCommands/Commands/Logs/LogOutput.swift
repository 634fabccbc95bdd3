import HTTPTransport
import KubeClient
import SystemIO

/// Copies logs to standard output.
struct LogOutput: Sendable {
    let command: LogsCommand
    let cluster: Cluster
    let context: CommandContext

    /// Prints one log to its end; a follower that the server refuses at first asks again until its time is over.
    func print(_ source: LogSource) async throws {
        guard command.follows else {
            do { try await copy(source) } catch {
                guard command.ignoresErrors else { throw error }
                context.console.write("error: \(sentence(error))\n")
            }
            return
        }
        do {
            let (response, source) = try await firstAnswer(source)
            let follower = LogFollower(
                command: command, cluster: cluster, context: context, source: source, sentence: sentence)
            try await follower.follow(response)
        } catch {
            if command.ignoresErrors { return context.console.write("error: \(sentence(error))\n") }
            // kubectl tells of it where it happens, and once more at the end.
            if error is ClientError, !Self.isCancellation(error) {
                context.console.writeError("\(sentence(error))\n")
            }
            throw error
        }
    }

    /// The beginning of the log that is to be followed.
    private func firstAnswer(_ source: LogSource) async throws -> (HTTPResponse, LogSource) {
        var source = source
        let deadline = ContinuousClock.now + command.podTimeout
        while true {
            do throws(ClientError) {
                return (try await cluster.client.response(source.request(command.followParameters)), source)
            } catch {
                guard case .status = error, !command.ignoresErrors else { throw error }
                context.console.writeError("\(sentence(error))\n")
                guard ContinuousClock.now < deadline else {
                    throw CommandError.failed("timed out waiting for the condition")
                }
            }
            try await Task.sleep(for: .seconds(1))
            // It may have been started since.
            source.restarts = nil
        }
    }

    private static func isCancellation(_ error: any Error) -> Bool {
        if case ClientError.transport(.cancelled, _, _) = error { true } else { false }
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
        var writer = LogLineWriter(
            console: context.console, prefix: command.hasPrefix ? source.prefix : "", flushes: false)
        do throws(TransportError) {
            for try await chunk in response.body { writer.write(chunk) }
        } catch {
            throw cluster.client.bodyFailure(error, of: request)
        }
        writer.finish()
    }

    private func sentence(_ error: any Error) -> String {
        if let error = error as? ClientError { return error.message }
        return ErrorReport(error, programName: context.programName).text
    }
}
