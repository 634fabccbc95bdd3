import CommandLineKit
import KubeClient
import KubeModel
import Renderers
import StdlibExtensions
import SystemIO

/// Implements `skubectl explain`, which tells what the fields of a resource are for, in the server's words.
struct ExplainCommand: Command {
    static let apiVersionFlag = Flag(
        "api-version", default: "", help: "Explain the resource as it is in this API version (group/version).")
    static let outputFlag = Flag(
        "output", short: "o", default: "plaintext",
        help: "Layout of the explanation, and by which of the server's documents: plaintext or plaintext-openapiv2."
    ).completing(.values([plainFormat, olderFormat]))
    static let recursiveFlag = Flag(
        "recursive", short: "R", default: false, help: "List the names of all fields, with those below them.")

    private static let plainFormat = "plaintext"
    private static let olderFormat = "plaintext-openapiv2"

    static let spec = CommandSpec(
        name: "explain",
        usage: "TYPE [--recursive=FALSE|TRUE] [--api-version=api-version-group] "
            + "[-o|--output=plaintext|plaintext-openapiv2]",
        summary: "Get documentation for a resource",
        description: [
            "Tell what a resource and its fields are for, as the server describes them.",
            "A field is named by the way to it: TYPE.FIELD.FIELD, with the names of fields only.",
        ],
        examples: [
            CommandExample("Explain pods", "skubectl explain pods"),
            CommandExample("List all fields of pods", "skubectl explain pods --recursive"),
            CommandExample("Explain one field", "skubectl explain pods.spec.containers"),
            CommandExample(
                "Explain a resource in one API version", "skubectl explain deployments --api-version=apps/v1"),
        ],
        flags: [apiVersionFlag, outputFlag, recursiveFlag]
    ).grouped(under: .basicIntermediate).completing(.dynamic(.resources))

    let words: [String]
    let apiVersion: String
    let format: String
    let isRecursive: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        words = arguments.positionals
        apiVersion = arguments[Self.apiVersionFlag]
        format = arguments[Self.outputFlag]
        isRecursive = arguments[Self.recursiveFlag]
    }

    func run(in context: CommandContext) async throws {
        guard let word = words.first else {
            throw CommandError.failed(
                "You must specify the type of resource to explain. Use \"\(context.programName) api-resources\" for a "
                    + "complete list of supported resources.\n")
        }
        guard words.count == 1 else {
            throw CommandError.failed("We accept only this format: explain RESOURCE\n")
        }
        let cluster = try await context.cluster()
        let (mapping, path) = try await ExplainTarget(cluster: cluster, usesGivenVersion: !apiVersion.isEmpty).find(
            word)
        var stream = ConsoleStream(console: context.console)
        var isOlder = format == Self.olderFormat
        // kubectl's own format is that of the older document where the server has no newer one.
        if format == Self.plainFormat { isOlder = await !cluster.hasNewerDocuments }
        if isOlder {
            return try await explainKind(mapping.gvk, path, cluster, into: &stream)
        }
        try await explainResource(mapping.gvr, path, cluster, into: &stream)
    }

    private func explainKind(
        _ kind: GroupVersionKind, _ path: [String], _ cluster: Cluster, into stream: inout ConsoleStream
    ) async throws {
        var kind = kind
        if let version = try givenVersion {
            kind = GroupVersionKind(group: version.group, version: version.version, kind: kind.kind)
        }
        let schema = try await cluster.openAPI.schema(allowingCache: false)
        guard let explanation = DefinitionExplanation(of: kind, in: schema) else {
            throw CommandError.failed("couldn't find resource for \(kind.goText.goQuoted)")
        }
        try explanation.write(path: path, isRecursive: isRecursive, into: &stream)
    }

    private func explainResource(
        _ resource: GroupVersionResource, _ path: [String], _ cluster: Cluster, into stream: inout ConsoleStream
    ) async throws {
        var resource = resource
        if let version = try givenVersion {
            resource = GroupVersionResource(
                group: version.group, version: version.version, resource: resource.resource)
        }
        do { _ = try await cluster.openAPI.versions() } catch {
            throw CommandError.failed("failed to fetch list of groupVersions: \(error.message)")
        }
        let document: OpenAPIVersionDocument?
        do { document = try await cluster.openAPI.document(of: resource.groupVersion) } catch {
            throw CommandError.failed(
                "failed to fetch openapi schema for \(resource.groupVersion.path.dropFirst()): \(error.message)")
        }
        guard let document else {
            throw CommandError.failed("couldn't find resource for \"\(resource.goText)\"")
        }
        guard format == Self.plainFormat else { throw CommandError.failed("unrecognized format: \(format)") }
        try ResourceExplanation(of: resource, in: document)
            .write(path: path, isRecursive: isRecursive, into: &stream)
    }

    /// What `--api-version` says; nil where it was not given.
    private var givenVersion: GroupVersion? {
        get throws {
            if apiVersion.isEmpty { return nil }
            guard let version = GroupVersion(apiVersion: apiVersion) else {
                throw CommandError.failed("unexpected GroupVersion string: \(apiVersion)")
            }
            return version
        }
    }
}

extension Cluster {
    /// Whether the server tells which OpenAPI documents of version 3 it has.
    fileprivate var hasNewerDocuments: Bool {
        get async {
            // Whatever keeps the server from telling, kubectl then asks for the older document.
            let versions = try? await openAPI.versions()
            return versions != nil
        }
    }
}
