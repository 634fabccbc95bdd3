import CommandLineKit

/// Implements `skubectl create service clusterip`.
struct CreateServiceClusterIPCommand: GeneratingCommand {
    static let failurePrefix = "failed to create ClusterIP service: "
    static let clusterIPFlag = Flag(
        "clusterip", default: "", help: "Address of the service; \"None\" for a service without one.")
    static let spec = CommandSpec(
        name: "clusterip", usage: "NAME [--tcp=<port>:<targetPort>] [--dry-run=server|client|none]",
        summary: "Create a ClusterIP service",
        description: "Create a service with an address inside of the cluster.",
        examples: [
            CommandExample("Create a service", "skubectl create service clusterip my-cs --tcp=5678:8080"),
            CommandExample(
                "Create a service without an address", "skubectl create service clusterip my-cs --clusterip=\"None\""),
        ],
        flags: [clusterIPFlag, ServiceGeneration.tcpFlag] + Generation.flags)

    let generation: Generation
    let service: ServiceGeneration

    init(_ arguments: ParsedArguments) throws(UsageError) {
        generation = try Generation(arguments, mayBeUnnamed: true).withoutSavedConfiguration()
        var service = ServiceGeneration(generation, type: "ClusterIP", arguments)
        service.clusterIP = arguments[Self.clusterIPFlag]
        if service.clusterIP != "None" { try service.requirePorts() }
        self.service = service
    }

    func object(in context: CommandContext, _ cluster: Cluster) async throws -> GeneratedObject {
        try service.object()
    }
}
