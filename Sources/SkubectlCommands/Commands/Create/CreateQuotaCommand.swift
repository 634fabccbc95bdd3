import CommandLineKit
import JSONModel
import KubeModel
import StdlibExtensions

/// Implements `skubectl create quota`.
struct CreateQuotaCommand: GeneratingCommand {
    static let kind = GeneratedKind("", "v1", "ResourceQuota", resource: "resourcequotas")
    static let failurePrefix = "failed to create quota: "
    static let hardFlag = Flag(
        "hard", default: "", help: "Limits as resource=quantity pairs, separated by commas.")
    static let scopesFlag = Flag(
        "scopes", default: "", help: "Scopes, separated by commas, all of which an object must be in to be counted.")
    static let spec = CommandSpec(
        name: "quota",
        usage: "NAME [--hard=key1=value1,key2=value2] [--scopes=Scope1,Scope2] [--dry-run=server|client|none]",
        summary: "Create a quota with the specified name",
        description: "Create a resource quota, which limits what a namespace may use.",
        examples: [
            CommandExample(
                "Limit pods and their processors", "skubectl create quota my-quota --hard=cpu=1,memory=1G,pods=2"),
            CommandExample(
                "Limit pods of best effort", "skubectl create quota best-effort --hard=pods=100 --scopes=BestEffort"),
        ],
        flags: [hardFlag, scopesFlag] + Generation.flags
    ).aliased("resourcequota")

    let generation: Generation
    let hard: String
    let scopes: String

    init(_ arguments: ParsedArguments) throws(UsageError) {
        generation = try Generation(arguments)
        hard = arguments[Self.hardFlag]
        scopes = arguments[Self.scopesFlag]
    }

    func object(in context: CommandContext, _ cluster: Cluster) async throws -> GeneratedObject {
        let limits = try Self.quantities(hard)
        let scopes = scopes.isEmpty ? [] : scopes.split(separator: ",", omittingEmptySubsequences: false)
        if scopes.contains("") { throw CommandError.failed("invalid resource quota scope \"\"") }
        let spec = JSONValue.fields(["hard": .map(limits), "scopes": .texts(scopes.map(String.init))])
        return GeneratedObject(Self.kind, name: generation.name, ["spec": spec, "status": [:]])
    }

    /// Quantities by the names of their resources, in the form servers keep; the last one of a name counts.
    static func quantities(_ text: String) throws -> [String: String] {
        var quantities: [String: String] = [:]
        if text.isEmpty { return quantities }
        for pair in text.split(separator: ",", omittingEmptySubsequences: false) {
            let parts = pair.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else {
                throw CommandError.failed("Invalid argument syntax \(pair), expected <resource>=<value>")
            }
            do throws(QuantityError) {
                quantities[parts[0]] = try Quantity(parts[1]).description
            } catch {
                throw CommandError.failed(error.message)
            }
        }
        return quantities
    }
}
