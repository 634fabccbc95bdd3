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
    static let typesFlag = Flag("types", default: [String](), help: "Only the events of these types: Normal, Warning.")
        .completing(.values(["Normal", "Warning"]))
    static let watchFlag = Flag("watch", short: "w", default: false, help: "Go on with events as they happen.")

    static let spec = CommandSpec(
        name: "events",
        usage:
            "[(-o|--output=)\([OutputFormat].ofObjects.words.joined(separator: "|"))] [--for TYPE/NAME] [--watch] [--types=Normal,Warning]",
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
            forFlag, noHeadersFlag, typesFlag, watchFlag, ResourceSelection.allNamespacesFlag,
            ResourceSelection.chunkSizeFlag,
        ] + ResultPrinter.flags
    ).grouped(under: .troubleshooting)

    /// What `--for` says; nil for no restriction.
    let subject: ResourceArguments.Pair?
    let allNamespaces: Bool
    /// In lower case; empty for all.
    let types: [String]
    let watches: Bool
    let showsHeaders: Bool
    let result: ResultPrinter
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
        result = ResultPrinter(arguments)
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
        let printer = try printer(in: context)
        let cluster = try await context.cluster()
        let location = ResourceLocation(Self.events, namespace: allNamespaces ? nil : cluster.namespace)
        let query = try await query(in: cluster)
        if watches { return try await watch(location, query, printer, cluster, context) }
        let values = try await values(at: location, query, cluster).filter(isWanted)
        if values.isEmpty {
            let place = allNamespaces ? "" : " in \(cluster.namespace) namespace"
            context.console.writeError("No events found\(place).\n")
            return
        }
        try show(values, printer, context)
    }

    /// The printer that `-o` asks for; nil for the table.
    ///
    /// `--template` alone asks for nothing here.
    private func printer(in context: CommandContext) throws(OutputError) -> ObjectPrinter? {
        if result.word.isEmpty { return nil }
        return try result.printer(ResultPrinter.Options(sortsKeys: false), in: context)
    }

    private func query(in cluster: Cluster) async throws -> ListQuery {
        var query = ListQuery()
        guard let subject else { return query }
        let type = subject.type.lowercased()
        guard let mapping = try await cluster.discovery.mapping(forResourceArgument: type) else {
            throw SelectionError.noResourceMatch(type)
        }
        try await cluster.warnOfLowerPriority(thanShortName: type)
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
        return .object(JSONObject(members))
    }

    private func isWanted(_ event: JSONValue) -> Bool {
        types.isEmpty || types.contains((event["type"]?.string ?? "").lowercased())
    }

    private func show(_ values: [JSONValue], _ printer: ObjectPrinter?, _ context: CommandContext) throws {
        var stream = ConsoleStream(console: context.console)
        guard var printer else {
            var printer = EventsPrinter(showsHeaders: showsHeaders, showsNamespace: allNamespaces)
            let events = EventText.sortedForEvents(try values.map { try $0.decoded(as: Event.self) })
            return printer.print(events, now: context.now, into: &stream)
        }
        // kubectl prints no names for a list of events.
        if result.isName { return }
        let list: JSONValue = [
            "kind": "EventList", "apiVersion": "v1", "metadata": [:], "items": .array(try sorted(values).map(shown)),
        ]
        Self.print(list, with: &printer, into: &stream)
    }

    /// Prints an object through a writer that aligns what stands between tabs; kubectl does not tell what goes wrong.
    private static func print(
        _ object: JSONValue, with printer: inout ObjectPrinter, into stream: inout ConsoleStream
    ) {
        var writer = TabWriter(style: .table)
        try? printer.print(object, into: &writer)  // As kubectl, which looks at no error here.
        writer.flush(into: &stream)
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
        _ location: ResourceLocation, _ query: ListQuery, _ printer: ObjectPrinter?, _ cluster: Cluster,
        _ context: CommandContext
    ) async throws {
        var printer = printer
        var stream = ConsoleStream(console: context.console)
        var table = EventsPrinter(showsHeaders: showsHeaders, showsNamespace: allNamespaces)
        // Each watch begins with what is there, because that has no order in which it could be gone on with.
        var shown: [String: String] = [:]
        var watch = ContinuedWatch(cluster.client, .watch(location, query: query), from: "", goesOn: .anew)
        while let occurrence = try await watch.next() {
            switch occurrence {
            case .event(.added(let value)), .event(.modified(let value)):
                let (uid, version) = Self.identity(of: value)
                guard shown.updateValue(version, forKey: uid) != version, isWanted(value) else { continue }
                if var present = printer {
                    Self.print(self.shown(value), with: &present, into: &stream)
                    printer = present
                } else {
                    table.print([try value.decoded(as: Event.self)], now: context.now, into: &stream)
                }
                context.console.flush()
            case .event(.deleted(let value)): shown[Self.identity(of: value).uid] = nil
            case .event, .expired: continue
            case .outage(let error):
                context.console.writeError("the watch was cut, trying again: \(error.message)\n")
            }
        }
    }

    private static func identity(of event: JSONValue) -> (uid: String, version: String) {
        let metadata = event["metadata"]
        return (metadata?["uid"]?.string ?? "", metadata?["resourceVersion"]?.string ?? "")
    }
}
