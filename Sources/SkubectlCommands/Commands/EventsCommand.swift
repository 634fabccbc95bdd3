import CommandLineKit
import JSONModel
import KubeClient
import KubeModel
import Renderers
import SystemIO
import YAMLCodec

/// Implements `skubectl events`, which lists events, the oldest first, or shows them as they happen.
struct EventsCommand: Command {
    static let forFlag = Flag("for", default: "", help: "Only the events about this resource, as TYPE/NAME.")
    static let noHeadersFlag = Flag("no-headers", default: false, help: "Leave out the line with the columns' names.")
    static let outputFlag = Flag("output", short: "o", default: "", help: "Output format. One of: (json, yaml, name).")
        .completing(.values(["json", "yaml", "name"]))
    static let showManagedFieldsFlag = Flag(
        "show-managed-fields", default: false, help: "Keep metadata.managedFields in JSON and YAML.")
    static let typesFlag = Flag("types", default: [String](), help: "Only the events of these types: Normal, Warning.")
        .completing(.values(["Normal", "Warning"]))
    static let watchFlag = Flag("watch", short: "w", default: false, help: "Go on with events as they happen.")

    static let spec = CommandSpec(
        name: "events", usage: "[(-o|--output=)json|yaml|name] [--for TYPE/NAME] [--watch] [--types=Normal,Warning]",
        summary: "List events",
        description: [
            "List the events of a namespace, of all, or those about one resource.",
            "Events are kept for an hour.",
        ],
        examples: [
            CommandExample("List the events of the namespace", "skubectl events"),
            CommandExample("List the events about one pod, and wait for more", "skubectl events --for pod/web --watch"),
            CommandExample("List the warnings of all namespaces", "skubectl events -A --types=Warning"),
        ],
        flags: [
            forFlag, noHeadersFlag, outputFlag, showManagedFieldsFlag, typesFlag, watchFlag,
            ResourceSelection.allNamespacesFlag, ResourceSelection.chunkSizeFlag,
        ]
    ).grouped(under: .troubleshooting).completing(.nothing)

    /// What `--for` says; nil for no restriction.
    let subject: ResourceArguments.Pair?
    let allNamespaces: Bool
    /// In lower case; empty for all.
    let types: [String]
    let watches: Bool
    let showsHeaders: Bool
    let output: OutputFormat
    let showsManagedFields: Bool
    let chunkSize: Int

    init(_ arguments: ParsedArguments) throws(UsageError) {
        subject = try Self.subject(arguments[Self.forFlag])
        allNamespaces = arguments[ResourceSelection.allNamespacesFlag]
        types = arguments[Self.typesFlag].map { $0.lowercased() }
        guard types.allSatisfy(["normal", "warning"].contains) else {
            throw .invalid("valid --types are Normal or Warning", hint: .none)
        }
        watches = arguments[Self.watchFlag]
        showsHeaders = !arguments[Self.noHeadersFlag]
        output = OutputFormat(arguments[Self.outputFlag])
        if let error = output.refusal(allowing: ["json", "name", "yaml"]) { throw error }
        showsManagedFields = arguments[Self.showManagedFieldsFlag]
        chunkSize = Int(clamping: arguments[ResourceSelection.chunkSizeFlag])
    }

    private static func subject(_ word: String) throws(UsageError) -> ResourceArguments.Pair? {
        if word.isEmpty { return nil }
        let parts = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        switch parts.count {
        case 1: throw .invalid("--for must be in resource/name form", hint: .none)
        case 2: return ResourceArguments.Pair(type: parts[0], name: parts[1])
        default: throw .invalid("arguments in resource/name form may not have more than one slash", hint: .none)
        }
    }

    private static let events = GroupVersionResource(group: "", version: "v1", resource: "events")

    func run(in context: CommandContext) async throws {
        let cluster = try await context.cluster()
        let location = ResourceLocation(Self.events, namespace: allNamespaces ? nil : cluster.namespace)
        let query = try await query(in: cluster)
        if watches { return try await watch(location, query, cluster, context) }
        let values = try await values(at: location, query, cluster).filter(isWanted)
        if values.isEmpty {
            let place = allNamespaces ? "" : " in \(cluster.namespace) namespace"
            context.console.writeError("No events found\(place).\n")
            return
        }
        try show(values, context)
    }

    private func query(in cluster: Cluster) async throws -> ListQuery {
        var query = ListQuery()
        guard let subject else { return query }
        guard let mapping = try await cluster.discovery.mapping(forArgument: subject.type.lowercased()) else {
            throw SelectionError.noResourceMatch(subject.type)
        }
        // kubectl takes an empty name for no restriction.
        if subject.name.isEmpty { return query }
        let fields = [
            "involvedObject.kind=\(mapping.gvk.kind)",
            "involvedObject.apiVersion=\(mapping.gvk.groupVersion.apiVersion)", "involvedObject.name=\(subject.name)",
        ]
        query.fieldSelector = fields.joined(separator: ",")
        return query
    }

    private func values(
        at location: ResourceLocation, _ query: ListQuery, _ cluster: Cluster
    ) async throws -> [JSONValue] {
        var query = query
        query.limit = chunkSize
        var values: [JSONValue] = []
        repeat {
            let part = try await cluster.client.json(.get(location, query: query), numbers: .normalizedAsGo)
            for item in part["items"]?.array ?? [] { values.append(item) }
            query.continuation = part["metadata"]?["continue"]?.string ?? ""
        } while !query.continuation.isEmpty
        return values
    }

    /// The event with the kind and the version that the server leaves out of items, before all else as Go writes them.
    private func shown(_ event: JSONValue) -> JSONValue {
        var members: [JSONObject.Member] = [(key: "kind", value: "Event"), (key: "apiVersion", value: "v1")]
        for member in event.object ?? [:] where member.key != "kind" && member.key != "apiVersion" {
            members.append(member)
        }
        var object = JSONValue.object(JSONObject(members))
        if !showsManagedFields, object["metadata"]?["managedFields"] != nil {
            object["metadata"]?["managedFields"] = nil
        }
        return object
    }

    private func isWanted(_ event: JSONValue) -> Bool {
        types.isEmpty || types.contains((event["type"]?.string ?? "").lowercased())
    }

    private func show(_ values: [JSONValue], _ context: CommandContext) throws {
        var stream = ConsoleStream(console: context.console)
        if output == .standard {
            var printer = EventsPrinter(showsHeaders: showsHeaders, showsNamespace: allNamespaces)
            let events = EventText.sortedForEvents(try values.map { try $0.decoded(as: Event.self) })
            return printer.print(events, now: context.now, into: &stream)
        }
        let list: JSONValue = [
            "kind": "EventList", "apiVersion": "v1", "metadata": [:], "items": .array(try sorted(values).map(shown)),
        ]
        try write(list, isFirst: true, into: &stream)
    }

    /// Writes an object with its members as the server orders them, which is Go's order, or as YAML.
    ///
    /// kubectl prints no names for a list of events.
    private func write(_ object: JSONValue, isFirst: Bool, into stream: inout ConsoleStream) throws {
        switch output {
        case .json:
            JSONWriter.write(object, style: .indented, into: &stream)
            stream.write("\n")
        case .yaml:
            if !isFirst { stream.write("---\n") }
            try YAMLEmitter.write(object, into: &stream)
        case .name where object["items"] == nil: NamePrinter().print(object, into: &stream)
        default: break
        }
    }

    /// In the order of the table.
    private func sorted(_ values: [JSONValue]) throws -> [JSONValue] {
        let events = try values.map { try $0.decoded(as: Event.self) }
        var places: [String: [Int]] = [:]
        for (index, event) in events.enumerated() { places[event.metadata.uid, default: []].append(index) }
        return EventText.sortedForEvents(events).compactMap { event in
            places[event.metadata.uid]?.removeFirst()
        }.map { values[$0] }
    }

    private func watch(
        _ location: ResourceLocation, _ query: ListQuery, _ cluster: Cluster, _ context: CommandContext
    ) async throws {
        var stream = ConsoleStream(console: context.console)
        var table = EventsPrinter(showsHeaders: showsHeaders, showsNamespace: allNamespaces)
        var isFirst = true
        for try await event in try await cluster.client.watch(.watch(location, query: query)) {
            switch event {
            case .error(let status): throw ClientError.status(status)
            case .deleted, .bookmark: continue
            case .added(let value), .modified(let value):
                guard isWanted(value) else { continue }
                if output == .standard {
                    table.print([try value.decoded(as: Event.self)], now: context.now, into: &stream)
                } else {
                    try write(shown(value), isFirst: isFirst, into: &stream)
                    isFirst = false
                }
                context.console.flush()
            }
        }
    }
}
