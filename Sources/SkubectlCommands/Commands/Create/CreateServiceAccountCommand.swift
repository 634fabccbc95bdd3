import CommandLineKit
import JSONModel

/// Implements `skubectl create serviceaccount`.
struct CreateServiceAccountCommand: GeneratingCommand {
    static let kind = GeneratedKind("", "v1", "ServiceAccount", resource: "serviceaccounts")
    static let failurePrefix = "failed to create serviceaccount: "
    static let spec = CommandSpec(
        name: "serviceaccount", usage: "NAME [--dry-run=server|client|none]",
        summary: "Create a service account with the specified name", description: "Create a service account.",
        examples: [
            CommandExample("Create the service account my-account", "skubectl create serviceaccount my-account")
        ],
        flags: Generation.flags
    ).aliased("sa")

    let generation: Generation

    init(_ arguments: ParsedArguments) throws(UsageError) {
        generation = try Generation(arguments)
    }

    func object(in context: CommandContext, _ cluster: Cluster) async throws -> GeneratedObject {
        GeneratedObject(Self.kind, name: generation.name, [:])
    }
}
