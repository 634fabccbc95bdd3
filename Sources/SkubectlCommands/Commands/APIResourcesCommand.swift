import CommandLineKit
import JSONModel
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
    static let outputFlag = ResultPrinter.outputFlag(of: .ofTypes)
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
            ResultPrinter.showManagedFieldsFlag,
        ])

    let group: String?
    let namespaced: Bool?
    let verbs: [String]
    let categories: [String]
    let usesCache: Bool
    let showsHeaders: Bool
    let result: ResultPrinter
    /// Nil for a word that names none.
    let sortKey: SortKey?

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
        result = ResultPrinter(arguments, output: Self.outputFlag, formats: .ofTypes)
        sortKey = SortKey(rawValue: arguments[Self.sortByFlag])
    }

    func run(in context: CommandContext) async throws {
        try result.check(in: context)
        // kubectl looks at the format first.
        guard let sortKey else { throw CommandError.failed("--sort-by accepts only name or kind") }
        let snapshot = try await context.cluster().discovery.snapshot(allowingCache: usesCache)
        let resources = snapshot.preferredResources.filter(isWanted).sorted { Self.precedes($0, $1, by: sortKey) }
        var writer = TabWriter(style: .table)
        if let format = result.structuredFormat(in: context) {
            var printer = StructuredPrinter(format: format, sortsKeys: false)
            try printer.print(Self.document(resources), into: &writer)
            var stream = ConsoleStream(console: context.console)
            writer.flush(into: &stream)
        } else if result.word == OutputFormat.name.rawValue {
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
    private static func precedes(_ left: APIResource, _ right: APIResource, by key: SortKey) -> Bool {
        switch key {
        case .name: left.name.precedesByBytes(right.name)
        case .kind: precedes((left.kind, left.name), (right.kind, right.name))
        case .group: precedes((left.group, left.name), (right.group, right.name))
        }
    }

    private static func precedes(_ left: (String, String), _ right: (String, String)) -> Bool {
        left.0 == right.0 ? left.1.precedesByBytes(right.1) : left.0.precedesByBytes(right.0)
    }

    private var isWide: Bool { result.word == OutputFormat.wide.rawValue }

    /// The resources as kubectl's `APIResourceList`, with the members in the order of its type.
    private static func document(_ resources: [APIResource]) -> JSONValue {
        let items = resources.map { resource in
            var item: JSONObject = [
                "name": .string(resource.name), "singularName": .string(resource.declaredSingularName),
                "namespaced": .bool(resource.isNamespaced),
            ]
            if !resource.group.isEmpty { item["group"] = .string(resource.group) }
            item["version"] = .string(resource.version)
            item["kind"] = .string(resource.kind)
            item["verbs"] = .array(resource.verbs.map(JSONValue.string))
            if !resource.shortNames.isEmpty { item["shortNames"] = .array(resource.shortNames.map(JSONValue.string)) }
            if !resource.categories.isEmpty { item["categories"] = .array(resource.categories.map(JSONValue.string)) }
            if !resource.storageVersionHash.isEmpty {
                item["storageVersionHash"] = .string(resource.storageVersionHash)
            }
            return JSONValue.object(item)
        }
        return [
            "kind": "APIResourceList", "apiVersion": "v1", "groupVersion": "",
            "resources": items.isEmpty ? .null : .array(items),
        ]
    }

    private var headers: String {
        let names = ["NAME", "SHORTNAMES", "APIVERSION", "NAMESPACED", "KIND"]
        return (isWide ? names + ["VERBS", "CATEGORIES"] : names).joined(separator: "\t") + "\n"
    }

    private func row(_ resource: APIResource) -> String {
        var cells = [
            resource.name, resource.shortNames.joined(separator: ","), resource.groupVersion.apiVersion,
            String(resource.isNamespaced), resource.kind,
        ]
        if isWide {
            cells += [resource.verbs.joined(separator: ","), resource.categories.joined(separator: ",")]
        }
        return cells.map(TerminalText.escaped).joined(separator: "\t") + "\n"
    }
}
