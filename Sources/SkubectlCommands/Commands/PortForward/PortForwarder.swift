import Glibc
import KubeClient
import Renderers
import StdlibExtensions
import Synchronization
import SystemIO

/// Forwards local ports to a pod, and to the next one where that is wanted and the pod goes away.
struct PortForwarder: Sendable {
    let target: PortForwardTarget
    let reconnects: Bool
    let console: any Console
    let log: DiagnosticLog
    private let link = CurrentLink()

    /// How long to wait before the next look for a pod.
    private static let pause = Duration.milliseconds(500)

    init(target: PortForwardTarget, reconnects: Bool, console: any Console, log: DiagnosticLog) {
        self.target = target
        self.reconnects = reconnects
        self.console = console
        self.log = log
    }

    /// Connects to a pod.
    func connect(to pod: PortForwardTarget.Pod) async throws -> PodLink {
        let ports = try ForwardedPort.list(try target.translatedPorts(for: pod)).map(\.remote)
        let dialer = PortForwardDialer(target.cluster.client, pod: pod.name, namespace: pod.namespace)
        do {
            return try await PodLink(pod, remotePorts: ports, dialer: dialer)
        } catch {
            throw CommandError.failed("error upgrading connection: \(error.message)")
        }
    }

    /// Forwards until the pod is lost and nobody wants another one, or the task is cancelled.
    func run(_ first: PodLink, _ listeners: [LocalListener]) async throws {
        link.set(first)
        try await withThrowingTaskGroup(of: Void.self) { group in
            defer {
                for listener in listeners { listener.socket.close() }
                link.set(nil)?.close()
            }
            for listener in listeners { group.addTask { try await serve(listener) } }
            group.addTask { try await keepLink(first) }
            try await group.next()
            group.cancelAll()
            try Task.checkCancellation()
        }
    }

    // MARK: - The link

    /// Looks for another pod each time one is lost; throws where there is to be none.
    private func keepLink(_ first: PodLink) async throws {
        var current = first
        while true {
            await waitForLoss(of: current)
            try Task.checkCancellation()
            guard reconnects else { throw CommandError.failed("lost connection to pod") }
            link.set(nil)
            current.retire()
            tell("Lost connection to pod/\(current.pod.name), waiting for a pod that is ready")
            current = try await nextLink()
            link.set(current)
            tell("Forwarding to pod/\(current.pod.name)")
        }
    }

    private func waitForLoss(of link: PodLink) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await link.waitForEnd() }
            group.addTask { await link.loss.wait() }
            if reconnects { group.addTask { await target.waitForEnd(of: link.pod) } }
            await group.next()
            group.cancelAll()
        }
    }

    private func nextLink() async throws -> PodLink {
        while true {
            try await Task.sleep(for: Self.pause)
            // Whatever stands in the way now may have passed at the next look; the user sees that there is no pod yet.
            guard let pod = try? await target.readyPod() else { continue }
            // As above.
            if let link = try? await connect(to: pod) { return link }
        }
    }

    private func tell(_ text: String) {
        console.writeError(TerminalText.escaped("\(text)\n"))
    }

    // MARK: - Connections

    private func serve(_ listener: LocalListener) async throws {
        try await withThrowingDiscardingTaskGroup { group in
            while let connection = try await listener.socket.accept() {
                group.addTask { await forward(connection, listener) }
            }
        }
        try Task.checkCancellation()
    }

    private func forward(_ connection: SocketConnection, _ listener: LocalListener) async {
        defer { connection.close() }
        console.write("Handling connection for \(listener.localPort)\n")
        console.flush()
        // Nil only where everything ends.
        guard let link = await link.get() else { return }
        let remote = link.remotePorts[listener.place]
        let ports = "\(listener.localPort) -> \(remote)"
        do {
            let carrier = try await link.acquire()
            defer { link.release(carrier) }
            let stream = try await carrier.open(port: remote)
            let outcome = await ForwardedConnection(local: connection, stream: stream).run()
            if let failure = outcome.localFailure, failure.isReading || !Task.isCancelled {
                report(failure.isReading ? 502 : 488, failure.text)
            }
            guard let message = outcome.message else {
                // A carrier on which something may still hang is of no more use to anyone.
                carrier.close()
                return
            }
            // What the server makes of a connection that was broken off here is no news.
            if message.isEmpty || outcome.localFailure != nil || Task.isCancelled { return }
            report(522, "an error occurred forwarding \(ports): \(message)")
        } catch {
            if Task.isCancelled { return }
            let reason = ErrorReport.sentence(of: error, programName: "")
            report(455, "error creating error stream for port \(ports): \(reason)")
        }
        await noteFailure(of: link)
    }

    /// A failure is the end of the link, unless there is to be another one and the pod is as it should be.
    private func noteFailure(of link: PodLink) async {
        if reconnects {
            // A pod that cannot be asked after is not known to be gone.
            guard let pod = try? await target.current(link.pod) else { return link.loss.fire() }
            if pod.uid == link.pod.uid, !pod.isGoing, pod.phase == "Running" { return }
        }
        link.loss.fire()
    }

    private func report(_ line: Int, _ text: String) {
        log.write(
            0, "portforward.go:\(line)", "Unhandled Error", [LogField("err", .text(TerminalText.escaped(text)))],
            severity: .error)
    }
}

/// The link that new connections use; nil while there is none.
private final class CurrentLink: Sendable {
    private let link = Mutex<PodLink?>(nil)

    /// Puts another one in its place, and returns the one there was.
    @discardableResult
    func set(_ next: PodLink?) -> PodLink? {
        link.withLock { link in
            defer { link = next }
            return link
        }
    }

    /// The link, waiting while there is none; nil when the task is cancelled.
    func get() async -> PodLink? {
        while true {
            if let link = link.withLock({ $0 }) { return link }
            // Cut short only by cancellation.
            guard (try? await Task.sleep(for: .milliseconds(100))) != nil else { return nil }
        }
    }
}
