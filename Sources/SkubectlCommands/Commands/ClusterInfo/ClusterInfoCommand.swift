import CommandLineKit
import JSONModel
import KubeClient
import KubeConfig
import KubeModel
import Renderers
import SystemIO

/// Implements `skubectl cluster-info`, which tells where the control plane and the cluster's services are.
struct ClusterInfoCommand: Command {
    static let spec = CommandSpec(
        name: "cluster-info", usage: "[flags]", summary: "Display cluster information",
        description: """
            Show the addresses of the control plane and of the services whose label kubernetes.io/cluster-service is true.
            """,
        examples: [CommandExample("Show the address of the control plane", "skubectl cluster-info")]
    ).grouped(under: .clusterManagement).containing([ClusterInfoDumpCommand.self])

    init(_ arguments: ParsedArguments) throws(UsageError) {}

    private static let services = GroupVersionResource(group: "", version: "v1", resource: "services")

    func run(in context: CommandContext) async throws {
        let cluster = try await context.cluster()
        // kubectl says so whatever becomes of the request, and names itself whatever it was called by.
        defer {
            context.console.write(
                "\nTo further debug and diagnose cluster problems, use 'kubectl cluster-info dump'.\n")
        }
        let namespace = context.global.overrides.namespace.isEmpty ? "kube-system" : context.global.overrides.namespace
        var query = ListQuery()
        query.labelSelector = "kubernetes.io/cluster-service=true"
        let list = try await cluster.client.json(
            .get(ResourceLocation(Self.services, namespace: namespace), query: query))
        let server = cluster.client.serverURL
        tell("Kubernetes control plane", server, in: context)
        for service in list["items"]?.array ?? [] {
            let name = service["metadata"]?["labels"]?["kubernetes.io/name"]?.string ?? ""
            let ownName = service["metadata"]?["name"]?.string ?? ""
            tell(name.isEmpty ? ownName : name, Self.link(to: service, server: server), in: context)
        }
    }

    private func tell(_ name: String, _ link: String, in context: CommandContext) {
        context.console.write("\(TerminalText.escaped(name)) is running at \(TerminalText.escaped(link))\n")
    }

    /// The addresses of a load balancer, or the way through the API server's proxy.
    private static func link(to service: JSONValue, server: String) -> String {
        let ports = service["spec"]?["ports"]?.array ?? []
        if let ingress = service["status"]?["loadBalancer"]?["ingress"]?.array?.first {
            let address = ingress["ip"]?.string ?? ingress["hostname"]?.string ?? ""
            return ports.map { "http://\(address):\($0["port"]?.number?.text ?? "0") " }.joined()
        }
        let metadata = service["metadata"]
        var name = metadata?["name"]?.string ?? ""
        if let port = ports.first {
            let portName = port["name"]?.string ?? ""
            if portName == "https" || port["port"]?.int64 == 443 {
                name = "https:\(name):\(portName)"
            } else if !portName.isEmpty {
                name += ":\(portName)"
            }
        }
        let namespace = metadata?["namespace"]?.string ?? ""
        return "\(server)/api/v1/namespaces/\(namespace)/services/\(name)/proxy"
    }
}
