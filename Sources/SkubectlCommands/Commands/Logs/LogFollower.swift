import HTTPTransport
import JSONModel
import KubeClient
import KubeModel
import SystemIO

/// Follows the log of one container to the container's end, over connections that break.
///
/// As kubectl does it ends with the run of the container that it began with, and unlike kubectl with nothing else: what
/// ends a stream while the container still runs, such as a restart of the API server or of the kubelet, is bridged.
struct LogFollower: Sendable {
    let command: LogsCommand
    let cluster: Cluster
    let context: CommandContext
    let source: LogSource
    /// Says what an error is.
    let sentence: @Sendable (any Error) -> String

    /// For so long it goes on although the server cannot be reached.
    private static let longestOutage = Duration.seconds(300)
    /// A stream that ends so soon again was at its end.
    private static let shortStream = Duration.seconds(5)
    /// How often, a second apart, it looks whether a container was started anew.
    private static let looksForRestart = 3
    /// As many refusals in a row are no reason to give up: a server that starts may refuse what it will soon allow.
    private static let mostRefusals = 5
    /// After so many failures in a row the user is told.
    private static let failuresUntilTold = 3

    /// How a stream ended.
    private enum Ending {
        case regular
        /// - Parameter isOfLaterRun: whether the one after it was the stream of a later run of the container.
        case broken(ClientError, isOfLaterRun: Bool = false)
    }

    /// Which stream comes next.
    private enum Next {
        case none
        case current
        /// That of the run before the current one.
        case previous
        /// None has what is missing.
        case lost(ClientError)
    }

    /// Prints the log from the answer to the first request on.
    func follow(_ first: HTTPResponse) async throws {
        var cursor = LogCursor(keepsTimes: command.hasTimestamps)
        var writer = LogLineWriter(
            console: context.console, prefix: command.hasPrefix ? source.prefix : "", flushes: true,
            limit: command.limitBytes)
        defer { writer.finish() }
        try await follow(first, &cursor, &writer)
        writer.write(cursor.finish())
        if cursor.hasGap {
            throw CommandError.failed(
                "the connection was lost, and lines may be missing in the log of \(source.description): "
                    + "it was begun anew meanwhile")
        }
    }

    private func follow(_ first: HTTPResponse, _ cursor: inout LogCursor, _ writer: inout LogLineWriter) async throws {
        let start = ContinuousClock.now
        var response = first
        var lastBreak: ClientError?
        var isAsking = false
        while true {
            let connected = ContinuousClock.now
            var ending = await copy(response, &cursor, &writer)
            if writer.isFull { return }
            guard cursor.knowsPlace else {
                if case .broken(let error, _) = ending { throw error }
                return
            }
            if cursor.isAtGap {
                // The run that this is the log of has told all, or else the rest of it is in another place.
                guard let cause = lastBreak else { return }
                ending = .broken(cause, isOfLaterRun: true)
            }
            switch ending {
            case .broken(let error, _): lastBreak = error
            case .regular:
                // What the server says twice is so.
                let isAnsweredTwice = isAsking && !cursor.hasNews && .now - connected < Self.shortStream
                if command.showsPrevious || isAnsweredTwice { return }
                lastBreak = nil
            }
            guard let next = try await reconnect(after: ending, &cursor, since: start) else { return }
            response = next
            isAsking = true
        }
    }

    private func copy(
        _ response: HTTPResponse, _ cursor: inout LogCursor, _ writer: inout LogLineWriter
    ) async -> Ending {
        do throws(TransportError) {
            for try await chunk in response.body {
                writer.write(cursor.read(chunk))
                if cursor.isAtGap {
                    if await isLaterRun(cursor) { return .regular }
                    writer.write(cursor.skipGap())
                }
                if writer.isFull { return .regular }
            }
        } catch {
            return .broken(cluster.client.bodyFailure(error, of: source.request([])))
        }
        return .regular
    }

    /// Whether a container was started anew since the last line, which the server may tell a little later.
    private func isLaterRun(_ cursor: LogCursor) async -> Bool {
        for attempt in 1...Self.looksForRestart {
            // Where the server cannot be asked, the lines are shown.
            if let instance = try? await instance() {
                if instance.runs(after: source.restarts, lastLine: cursor.since) > 0 { return true }
            }
            // Ends early where it no longer matters.
            if attempt < Self.looksForRestart { try? await Task.sleep(for: .seconds(1)) }
        }
        return false
    }

    // MARK: - Going on

    /// The stream to go on with; nil where the container has ended.
    private func reconnect(
        after ending: Ending, _ cursor: inout LogCursor, since start: ContinuousClock.Instant
    ) async throws -> HTTPResponse? {
        if case .broken(let error, _) = ending {
            guard error.outlook == .passing, !cluster.client.hasTimeLimit else { throw error }
        }
        let outage = ContinuousClock.now
        var pauses = ReconnectionPauses()
        var refusals = 0
        while true {
            let next: Next
            do throws(ClientError) {
                next = try await self.next(after: ending, cursor)
                switch next {
                case .none: return nil
                case .lost: break
                case .current, .previous:
                    cursor.reconnect()
                    return try await cluster.client.response(source.request(parameters(next, cursor, since: start)))
                }
            } catch {
                if error.outlook == .lasting { refusals += 1 }
                let mayPass = error.outlook == .passing || (error.outlook == .lasting && refusals <= Self.mostRefusals)
                guard mayPass, !cluster.client.hasTimeLimit, .now - outage < Self.longestOutage else { throw error }
                pauses.noteFailure()
                if pauses.failures == Self.failuresUntilTold { tell(error) }
                try await pauses.wait()
                continue
            }
            if case .lost(let cause) = next { throw cause }
        }
    }

    private func tell(_ error: ClientError) {
        context.console.writeError(
            "the log of \(source.description) cannot be read at the moment, trying again: \(sentence(error))\n")
    }

    /// Which stream has what is missing.
    private func next(after ending: Ending, _ cursor: LogCursor) async throws(ClientError) -> Next {
        let instance: ContainerInstance?
        do throws(ClientError) { instance = try await self.instance() } catch {
            guard case .status(let status) = error, error.outlook == .lasting else { throw error }
            // Who may not look at the pod may still read its logs, which end where they have ended.
            guard status.isNotFound else { return .current }
            // A pod that is gone has no more to say; what it said after a connection broke is lost.
            if case .broken(let cause, _) = ending { return .lost(cause) }
            return .none
        }
        guard let instance, !command.showsPrevious else {
            if case .regular = ending { return .none }
            return .current
        }
        let runs = instance.runs(after: source.restarts, lastLine: cursor.since)
        switch ending {
        case .regular: return runs < 1 && instance.isRunning ? .current : .none
        case .broken(let cause, let isOfLaterRun):
            if runs > 1 { return .lost(cause) }
            return runs == 1 || isOfLaterRun ? .previous : .current
        }
    }

    private func instance() async throws(ClientError) -> ContainerInstance? {
        let pod = try await cluster.client.json(.get(source.podLocation))
        if let uid = source.uid, let now = pod["metadata"]?["uid"]?.string, uid != now {
            throw .status(APIStatus(code: 404, reason: "NotFound", message: "pods \"\(source.pod)\" not found"))
        }
        return ContainerInstance(of: source.container, in: pod)
    }

    /// The parameters of the first request, but from the last line on.
    private func parameters(
        _ next: Next, _ cursor: LogCursor, since start: ContinuousClock.Instant
    ) -> [APIRequest.Parameter] {
        var parameters = command.followParameters
        if case .previous = next { parameters.append(APIRequest.Parameter("previous", "true")) }
        guard let since = cursor.since else {
            guard command.skipsBeginning else { return parameters }
            // What was asked for relative to the beginning is now further back.
            parameters.removeAll { $0.name == "tailLines" }
            let passed = ContinuousClock.now - start
            if let index = parameters.firstIndex(where: { $0.name == "sinceSeconds" }) {
                let seconds = (Int64(parameters[index].value) ?? 0) + passed.components.seconds + 1
                parameters[index] = APIRequest.Parameter("sinceSeconds", String(seconds))
            } else if !parameters.contains(where: { $0.name == "sinceTime" }) {
                parameters.append(APIRequest.Parameter("sinceSeconds", String(passed.components.seconds + 1)))
            }
            return parameters
        }
        parameters.removeAll { ["tailLines", "sinceSeconds", "sinceTime"].contains($0.name) }
        parameters.append(APIRequest.Parameter("sinceTime", since.rfc3339))
        return parameters
    }
}
