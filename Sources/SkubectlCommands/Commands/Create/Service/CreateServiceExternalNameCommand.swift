import CommandLineKit
import KubeModel

/// Implements `skubectl create service externalname`.
struct CreateServiceExternalNameCommand: GeneratingCommand {
    static let failurePrefix = "failed to create ExternalName service: "
    static let externalNameFlag = Flag("external-name", default: "", help: "Name that the service stands for.")
        .required()
    static let spec = CommandSpec(
        name: "externalname", usage: "NAME --external-name external.name [--dry-run=server|client|none]",
        summary: "Create an ExternalName service",
        description: "Create a service that stands for a name outside of the cluster.",
        examples: [
            CommandExample(
                "Create a service", "skubectl create service externalname my-ns --external-name bar.com")
        ],
        flags: [externalNameFlag, ServiceGeneration.tcpFlag] + Generation.flags)

    let generation: Generation
    let service: ServiceGeneration

    init(_ arguments: ParsedArguments) throws(UsageError) {
        generation = try Generation(arguments, mayBeUnnamed: true).withoutSavedConfiguration()
        var service = ServiceGeneration(generation, type: "ExternalName", arguments)
        service.externalName = arguments[Self.externalNameFlag]
        guard LabelSyntax.isSubdomain(service.externalName) else {
            throw .invalid("invalid service external name \(service.externalName)", hint: .none)
        }
        self.service = service
    }

    func object(in context: CommandContext, _ cluster: Cluster) async throws -> GeneratedObject {
        try service.object()
    }
}
