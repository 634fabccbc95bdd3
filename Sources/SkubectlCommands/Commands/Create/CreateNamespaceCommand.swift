import CommandLineKit
import JSONModel

/// Implements `skubectl create namespace`.
struct CreateNamespaceCommand: GeneratingCommand {
    static let kind = GeneratedKind("", "v1", "Namespace", resource: "namespaces", isNamespaced: false)
    static let failurePrefix = ""
    static let spec = CommandSpec(
        name: "namespace", usage: "NAME [--dry-run=server|client|none]",
        summary: "Create a namespace with the specified name", description: "Create a namespace.",
        examples: [CommandExample("Create the namespace my-namespace", "skubectl create namespace my-namespace")],
        flags: Generation.flags
    ).aliased("ns")

    let generation: Generation

    init(_ arguments: ParsedArguments) throws(UsageError) {
        generation = try Generation(arguments)
    }

    func object(in context: CommandContext, _ cluster: Cluster) async throws -> GeneratedObject {
        GeneratedObject(Self.kind, name: generation.name, ["spec": [:], "status": [:]])
    }
}
