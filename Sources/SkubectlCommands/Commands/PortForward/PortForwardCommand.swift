import CommandLineKit
import Glibc
import JSONModel
import KubeClient
import KubeModel
import Renderers
import SystemIO

/// Implements `skubectl port-forward`, which makes ports of a pod reachable on this machine.
struct PortForwardCommand: Command {
    static let addressFlag = Flag(
        "address", default: ["localhost"],
        help: "The IP addresses to listen on, or localhost, which is 127.0.0.1 and ::1, as far as there are such.")
    static let podRunningTimeoutFlag = Flag(
        "pod-running-timeout", default: Duration.seconds(60),
        help: "How long to wait until there is a pod (like 5s, 2m, or 3h, higher than zero).")
    static let reconnectFlag = Flag(
        "reconnect", default: false,
        help: "Go on with another pod when the pod goes away. The default is true for services and workloads.")

    static let spec = CommandSpec(
        name: "port-forward",
        usage: "TYPE/NAME [options] [LOCAL_PORT:]REMOTE_PORT [...[LOCAL_PORT_N:]REMOTE_PORT_N]",
        summary: "Forward one or more local ports to a pod",
        description: [
            "Forward one or more local ports to a pod.",
            """
            In place of a pod, a service, a deployment or another resource that has pods can be named; one of its pods is \
            chosen. When that goes away, the ports are forwarded to the next one that is ready.
            """,
        ],
        examples: [
            CommandExample("The same ports here and there", "skubectl port-forward pod/web 5000 6000"),
            CommandExample("Ports of a pod of a deployment", "skubectl port-forward deployment/web 5000 6000"),
            CommandExample("A service's port by its name", "skubectl port-forward service/web 8443:https"),
            CommandExample("Another port here", "skubectl port-forward pod/web 8888:5000"),
            CommandExample("On all addresses", "skubectl port-forward --address 0.0.0.0 pod/web 8888:5000"),
            CommandExample(
                "On two addresses", "skubectl port-forward --address localhost,10.19.21.23 pod/web 8888:5000"),
            CommandExample("Any port that is free here", "skubectl port-forward pod/web :5000"),
        ],
        flags: [addressFlag, podRunningTimeoutFlag, reconnectFlag]
    ).grouped(under: .troubleshooting).completing(.dynamic(.pods))

    /// The pod or what has pods.
    let target: String
    /// As written: `[LOCAL:]REMOTE`.
    let ports: [String]
    let addresses: [String]
    let limit: Duration
    /// nil for what fits the target.
    let reconnects: Bool?

    init(_ arguments: ParsedArguments) throws(UsageError) {
        guard arguments.positionals.count >= 2 else {
            throw .invalid("TYPE/NAME and list of ports are required for port-forward", hint: .helpAndExamples)
        }
        target = arguments.positionals[0]
        ports = Array(arguments.positionals.dropFirst())
        addresses = arguments[Self.addressFlag]
        limit = arguments[Self.podRunningTimeoutFlag]
        reconnects = arguments.wasSet(Self.reconnectFlag) ? arguments[Self.reconnectFlag] : nil
        guard limit > .zero else {
            throw .invalid("--pod-running-timeout must be higher than zero", hint: .helpAndExamples)
        }
    }

    func run(in context: CommandContext) async throws {
        let cluster = try await context.cluster()
        let words = target.contains("/") ? [target] : ["pods", target]
        guard case .objects(let objects) = try await ResourceSelection(words: words).resolve(in: cluster),
            let selected = objects.first, objects.count == 1
        else { throw CommandError.failed("expected a resource") }
        let target = PortForwardTarget(
            object: try await cluster.object(selected.location), gvk: selected.mapping.gvk, ports: ports,
            cluster: cluster)
        let pod = try await target.firstPod(limit: limit)
        // What is wrong with the ports is told before anything about the pod.
        let translated = try target.translatedPorts(for: pod)
        let running = try await target.current(pod)
        guard running.phase == "Running" else {
            throw CommandError.failed(
                "unable to forward port because pod is not running. Current status=\(running.phase)")
        }
        let addresses = try ListenAddress.list(addresses)
        var forwarded = try ForwardedPort.list(translated)
        Interruption.endOrderly(on: SIGINT)
        let forwarder = PortForwarder(
            target: target, reconnects: reconnects ?? !target.isPod, console: context.console, log: context.log)
        let link = try await forwarder.connect(to: running)
        let listeners = try listen(&forwarded, addresses, context)
        try await forwarder.run(link, listeners)
    }

    /// Listens for each port on each address, and tells of it.
    private func listen(
        _ ports: inout [ForwardedPort], _ addresses: [ListenAddress], _ context: CommandContext
    ) throws -> [LocalListener] {
        var listeners: [LocalListener] = []
        var isListening = false
        for index in ports.indices {
            let outcome = LocalListener.open(&ports[index], addresses, place: index) { text in
                context.console.write(text)
                context.console.flush()
            }
            listeners += outcome.listeners
            if let failure = outcome.failure {
                context.console.writeError("Unable to listen on port \(ports[index].local): \(failure)\n")
            } else {
                isListening = true
            }
        }
        guard isListening else {
            let list = ports.map { "{\($0.local) \($0.remote)}" }.joined(separator: " ")
            throw CommandError.failed("unable to listen on any of the requested ports: [\(list)]")
        }
        return listeners
    }
}
