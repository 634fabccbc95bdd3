import CommandLineKit
import JSONModel
import StdlibExtensions

/// Implements `skubectl create configmap`.
struct CreateConfigMapCommand: GeneratingCommand {
    static let kind = GeneratedKind("", "v1", "ConfigMap", resource: "configmaps")
    static let failurePrefix = "failed to create configmap: "
    static let spec = CommandSpec(
        name: "configmap",
        usage: "NAME [--from-file=[key=]source] [--from-literal=key1=value1] [--dry-run=server|client|none]",
        summary: "Create a config map from a local file, directory or literal value",
        description: """
            Create a config map from files, folders or values.

            The key of a file is its name unless another is given. Of a folder each regular file makes an entry.
            """,
        examples: [
            CommandExample(
                "Create a config map from a folder", "skubectl create configmap my-config --from-file=path/to/bar"),
            CommandExample(
                "Give files other keys",
                "skubectl create configmap my-config --from-file=key1=/path/file1.txt --from-file=key2=/path/file2.txt"),
            CommandExample(
                "Create a config map from values",
                "skubectl create configmap my-config --from-literal=key1=config1 --from-literal=key2=config2"),
            CommandExample(
                "Create a config map from a file with variables",
                "skubectl create configmap my-config --from-env-file=path/to/foo.env"),
        ],
        flags: DataSources.flags + Generation.flags
    ).aliased("cm")

    let generation: Generation
    let sources: DataSources
    let appendsHash: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        generation = try Generation(arguments)
        sources = try DataSources(arguments)
        appendsHash = arguments[DataSources.appendHashFlag]
    }

    func object(in context: CommandContext, _ cluster: Cluster) async throws -> GeneratedObject {
        var entries = DataEntries(owner: .configMap(generation.name))
        try entries.addFiles(sources.files)
        try entries.addLiterals(sources.literals)
        try entries.addVariables(sources.envFiles, in: context.environment)
        let data = entries.texts
        let binaryData = entries.binaryBytes
        var object = GeneratedObject(
            Self.kind, name: generation.name,
            ["data": .map(data), "binaryData": .map(binaryData.mapValues { Base64.encode($0) })])
        if appendsHash {
            object.name +=
                "-"
                + ContentHash.suffix([
                    "kind": "ConfigMap", "name": .string(object.name), "data": .map(data) ?? [:],
                    "binaryData": object.members["binaryData"],
                ])
        }
        return object
    }
}
