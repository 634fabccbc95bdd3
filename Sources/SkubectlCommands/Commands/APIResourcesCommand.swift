import CommandLineKit
import KubeClient
import KubeModel
import Renderers
import StdlibExtensions
import SystemIO

/// Implements `skubectl api-resources`, which lists what the server has.
struct APIResourcesCommand: Command {
    static let apiGroupFlag = Flag("api-group", default: "", help: "Only resources of this API group.")
    static let cachedFlag = Flag("cached", default: false, help: "Take the cached list where there is one.")
    static let categoriesFlag = Flag(
        "categories", default: [String](), help: "Only resources that belong to all of these categories.")
    static let namespacedFlag = Flag(
        "namespaced", default: true, help: "Only resources that have a namespace, or with false those that have none.")
    static let noHeadersFlag = Flag("no-headers", default: false, help: "Leave out the line with the columns' names.")
    static let outputFlag = Flag("output", short: "o", default: "", help: "Output format. One of: (name, wide).")
        .completing(.values(["name", "wide"]))
    static let sortByFlag = Flag("sort-by", default: "", help: "Sort by 'name' or by 'kind'.")
        .completing(.values(["name", "kind"]))
    static let verbsFlag = Flag(
        "verbs", default: [String](), help: "Only resources that support all of these verbs.")

    static let spec = CommandSpec(
        name: "api-resources", usage: "[flags]", summary: "Print the supported API resources on the server",
        examples: [
            CommandExample("Print the supported resources", "skubectl api-resources"),
            CommandExample("Print them with their verbs and categories", "skubectl api-resources -o wide"),
            CommandExample("Print those of one API group", "skubectl api-resources --api-group=apps"),
        ],
        flags: [
            apiGroupFlag, cachedFlag, categoriesFlag, namespacedFlag, noHeadersFlag, outputFlag, sortByFlag, verbsFlag,
        ])

    let group: String?
    let namespaced: Bool?
    let verbs: [String]
    let categories: [String]
    let usesCache: Bool
    let showsHeaders: Bool
    let output: OutputFormat
    let sortKey: SortKey

    enum SortKey: String {
        case group = ""
        case name
        case kind
    }

    init(_ arguments: ParsedArguments) throws(UsageError) {
        guard arguments.positionals.isEmpty else { throw .unexpectedArguments(arguments.positionals) }
        group = arguments.wasSet(Self.apiGroupFlag) ? arguments[Self.apiGroupFlag] : nil
        namespaced = arguments.wasSet(Self.namespacedFlag) ? arguments[Self.namespacedFlag] : nil
        verbs = arguments[Self.verbsFlag]
        categories = arguments[Self.categoriesFlag]
        usesCache = arguments[Self.cachedFlag]
        showsHeaders = !arguments[Self.noHeadersFlag]
        output = OutputFormat(arguments[Self.outputFlag])
        guard let sortKey = SortKey(rawValue: arguments[Self.sortByFlag]) else {
            throw .invalid("--sort-by accepts only name or kind", hint: .none)
        }
        self.sortKey = sortKey
        if let error = output.refusal(allowing: ["name", "wide"]) { throw error }
    }

    func run(in context: CommandContext) async throws {
        let snapshot = try await context.cluster().discovery.snapshot(allowingCache: usesCache)
        let resources = snapshot.preferredResources.filter(isWanted).sorted(by: comesBefore)
        var writer = TabWriter(style: .table)
        if output == .name {
            for resource in resources { context.console.write("\(TerminalText.escaped(resource.groupResource))\n") }
        } else {
            if showsHeaders { writer.write(headers) }
            for resource in resources { writer.write(row(resource)) }
            var stream = ConsoleStream(console: context.console)
            writer.flush(into: &stream)
        }
        if !snapshot.failures.isEmpty { throw CommandError.discoveryIncomplete(snapshot.failures) }
    }

    private func isWanted(_ resource: APIResource) -> Bool {
        guard !resource.verbs.isEmpty else { return false }
        if let group, group != resource.group { return false }
        if let namespaced, namespaced != resource.isNamespaced { return false }
        return verbs.allSatisfy(resource.verbs.contains) && categories.allSatisfy(resource.categories.contains)
    }

    /// kubectl's order: by the key, and where that is the same by name.
    private func comesBefore(_ left: APIResource, _ right: APIResource) -> Bool {
        switch sortKey {
        case .name: left.name.precedesByBytes(right.name)
        case .kind: Self.precedes((left.kind, left.name), (right.kind, right.name))
        case .group: Self.precedes((left.group, left.name), (right.group, right.name))
        }
    }

    private static func precedes(_ left: (String, String), _ right: (String, String)) -> Bool {
        left.0 == right.0 ? left.1.precedesByBytes(right.1) : left.0.precedesByBytes(right.0)
    }

    private var headers: String {
        let names = ["NAME", "SHORTNAMES", "APIVERSION", "NAMESPACED", "KIND"]
        return (output == .wide ? names + ["VERBS", "CATEGORIES"] : names).joined(separator: "\t") + "\n"
    }

    private func row(_ resource: APIResource) -> String {
        var cells = [
            resource.name, resource.shortNames.joined(separator: ","), resource.groupVersion.apiVersion,
            String(resource.isNamespaced), resource.kind,
        ]
        if output == .wide {
            cells += [resource.verbs.joined(separator: ","), resource.categories.joined(separator: ",")]
        }
        return cells.map(TerminalText.escaped).joined(separator: "\t") + "\n"
    }
}
