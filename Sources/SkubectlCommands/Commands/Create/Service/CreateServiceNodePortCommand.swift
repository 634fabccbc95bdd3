import CommandLineKit

/// Implements `skubectl create service nodeport`.
struct CreateServiceNodePortCommand: GeneratingCommand {
    static let failurePrefix = "failed to create NodePort service: "
    static let nodePortFlag = Flag("node-port", default: 0, help: "Port of the service on every node.")
    static let spec = CommandSpec(
        name: "nodeport", usage: "NAME [--tcp=port:targetPort] [--dry-run=server|client|none]",
        summary: "Create a NodePort service",
        description: "Create a service with a port on every node.",
        examples: [
            CommandExample("Create a service", "skubectl create service nodeport my-ns --tcp=5678:8080")
        ],
        flags: [nodePortFlag, ServiceGeneration.tcpFlag] + Generation.flags)

    let generation: Generation
    let service: ServiceGeneration

    init(_ arguments: ParsedArguments) throws(UsageError) {
        generation = try Generation(arguments, mayBeUnnamed: true).withoutSavedConfiguration()
        var service = ServiceGeneration(generation, type: "NodePort", arguments)
        service.nodePort = arguments[Self.nodePortFlag]
        try service.requirePorts()
        self.service = service
    }

    func object(in context: CommandContext, _ cluster: Cluster) async throws -> GeneratedObject {
        try service.object()
    }
}
