import CommandLineKit

/// Implements `skubectl create secret generic`.
struct CreateSecretGenericCommand: GeneratingCommand {
    static let failurePrefix = SecretObject.failurePrefix
    static let typeFlag = Flag("type", default: "", help: "Type of the secret.")
    static let spec = CommandSpec(
        name: "generic",
        usage:
            "NAME [--type=string] [--from-file=[key=]source] [--from-literal=key1=value1] [--dry-run=server|client|none]",
        summary: "Create a secret from a local file, directory, or literal value",
        description: """
            Create a secret from files, folders or values.

            The key of a file is its name unless another is given. Of a folder each regular file makes an entry.
            """,
        examples: [
            CommandExample(
                "Create a secret from a folder", "skubectl create secret generic my-secret --from-file=path/to/bar"),
            CommandExample(
                "Give files other keys",
                "skubectl create secret generic my-secret --from-file=ssh-privatekey=path/to/id_rsa"),
            CommandExample(
                "Create a secret from values",
                "skubectl create secret generic my-secret --from-literal=key1=supersecret --from-literal=key2=topsecret"
            ),
            CommandExample(
                "Create a secret from a file with variables",
                "skubectl create secret generic my-secret --from-env-file=path/to/foo.env"),
        ],
        flags: DataSources.flags + [typeFlag] + Generation.flags)

    let generation: Generation
    let sources: DataSources
    let type: String
    let appendsHash: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        generation = try Generation(arguments)
        sources = try DataSources(arguments)
        type = arguments[Self.typeFlag]
        appendsHash = arguments[DataSources.appendHashFlag]
    }

    func object(in context: CommandContext, _ cluster: Cluster) async throws -> GeneratedObject {
        var entries = DataEntries(owner: .secret)
        try entries.addLiterals(sources.literals)
        try entries.addFiles(sources.files)
        try entries.addVariables(sources.envFiles, in: context.environment)
        return SecretObject.make(name: generation.name, type: type, entries.bytes, appendsHash: appendsHash)
    }
}
