import CommandLineKit

/// Implements `skubectl create service loadbalancer`.
struct CreateServiceLoadBalancerCommand: GeneratingCommand {
    static let failurePrefix = "failed to create LoadBalancer service: "
    static let spec = CommandSpec(
        name: "loadbalancer", usage: "NAME [--tcp=port:targetPort] [--dry-run=server|client|none]",
        summary: "Create a LoadBalancer service",
        description: "Create a service with an address that the cloud gives out.",
        examples: [
            CommandExample("Create a service", "skubectl create service loadbalancer my-lbs --tcp=5678:8080")
        ],
        flags: [ServiceGeneration.tcpFlag] + Generation.flags)

    let generation: Generation
    let service: ServiceGeneration

    init(_ arguments: ParsedArguments) throws(UsageError) {
        generation = try Generation(arguments, mayBeUnnamed: true).withoutSavedConfiguration()
        service = ServiceGeneration(generation, type: "LoadBalancer", arguments)
        try service.requirePorts()
    }

    func object(in context: CommandContext, _ cluster: Cluster) async throws -> GeneratedObject {
        try service.object()
    }
}
