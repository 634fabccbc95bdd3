import JSONModel
import KubeClient
import KubeModel
import Renderers
import StdlibExtensions
import SystemIO

/// What `run` does with a pod after it has made it, where the user wants to be attached.
struct AttachedRun: Sendable {
    let session: AttachedSession
    /// How long to wait until the pod runs, and until it has ended.
    let limit: Duration
    let cluster: Cluster
    let context: CommandContext

    /// How long the log from before the attaching is waited for.
    private static let logLimit = Duration.seconds(5)

    /// What is waited for.
    enum Milestone: Sendable {
        /// The pod runs and is ready, or has ended already.
        case running
        case completed
        case succeeded
    }

    /// Attaches to a pod as soon as it runs; a pod that has ended before shows its log.
    func attach(to pod: SelectedObject) async throws {
        let current = try await wait(for: .running, of: pod)
        guard !Self.hasCompleted(current) else {
            return try await source(of: current).print(in: cluster, to: context.console)
        }
        await printEarlyLog(of: current)
        try await session.runOrPrintLog(current, of: { try source(of: current) }, in: cluster, context)
    }

    /// Waits until a pod has ended, and throws where it did not end well.
    func finish(_ pod: SelectedObject, _ milestone: Milestone) async throws {
        let last = try await wait(for: milestone, of: pod)
        let name = "pod \(last["metadata"]?["namespace"]?.string ?? "")/\(pod.name)"
        switch last["status"]?["phase"]?.string ?? "" {
        case "Succeeded": return
        case "Failed":
            let end = last["status"]?["containerStatuses"]?.array?.first?["state"]?["terminated"]
            guard let end, let code = end["exitCode"]?.int64, code != 0 else {
                throw CommandError.failed("\(name) failed with unknown exit code")
            }
            let (reason, message) = (end["reason"]?.string ?? "", end["message"]?.string ?? "")
            throw RemoteProcessError.podTerminated(
                sentence: "\(name) terminated (\(reason))\n\(message)", exitCode: Int(truncatingIfNeeded: code))
        case let phase: throw CommandError.failed("\(name) left in phase \(phase)")
        }
    }

    // MARK: - Waiting

    private func wait(for milestone: Milestone, of pod: SelectedObject) async throws -> JSONValue {
        var reached: JSONValue?
        let ending = try await ObjectWatches(cluster: cluster).follow(
            [pod], limit: limit,
            evaluate: { _, state in state }, isLast: { Self.hasReached(milestone, $0) != nil }
        ) { _, result in
            let state = try result.get()
            if case .absent(wasDeleted: true) = state {
                throw ClientError.status(APIStatus(code: 404, reason: "NotFound", message: "pods \"\" not found"))
            }
            reached = Self.hasReached(milestone, state)
            return reached != nil
        }
        guard let reached, case .satisfied = ending else {
            throw CommandError.failed("timed out waiting for the condition")
        }
        return reached
    }

    /// The pod where it is what is waited for.
    private static func hasReached(_ milestone: Milestone, _ state: ObjectWatches.State) -> JSONValue? {
        guard case .present(let pod) = state else { return nil }
        let phase = pod["status"]?["phase"]?.string ?? ""
        let isThere =
            switch milestone {
            case .succeeded: phase == "Succeeded"
            case .completed: hasCompleted(pod)
            case .running: hasCompleted(pod) || phase == "Running" && isReady(pod)
            }
        return isThere ? pod : nil
    }

    private static func hasCompleted(_ pod: JSONValue) -> Bool {
        ["Succeeded", "Failed"].contains(pod["status"]?["phase"]?.string ?? "")
    }

    private static func isReady(_ pod: JSONValue) -> Bool {
        pod["status"]?["conditions"]?.array?.contains {
            $0["type"]?.string == "Ready" && $0["status"]?.string == "True"
        } ?? false
    }

    // MARK: - Logs

    /// What the container wrote before the attaching; that it cannot be had is told and no failure.
    private func printEarlyLog(of pod: JSONValue) async {
        do {
            try await source(of: pod).print(in: cluster, to: context.console, limit: Self.logLimit)
        } catch {
            let sentence = ErrorReport.sentence(of: error, programName: context.programName)
            context.console.writeError(
                TerminalText.escaped("warning: couldn't fetch pre-attach logs: \(sentence)") + "\n")
        }
    }

    private func source(of pod: JSONValue) throws -> LogSource {
        let container = try ContainerChoice(of: pod, named: session.container) { text in
            if !session.isQuiet { context.console.writeError(text) }
        }
        return LogSource(
            namespace: pod["metadata"]?["namespace"]?.string ?? cluster.namespace,
            pod: pod["metadata"]?["name"]?.string ?? "", container: container.name)
    }
}
