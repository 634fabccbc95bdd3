import JSONModel
import KubeClient
import KubeModel
import Renderers
import SystemIO

/// The part of `get` that goes on with changes as they happen.
///
/// As in kubectl: one object or one collection, what is there first, then every change until the server ends the watch.
struct GetWatch {
    let command: GetCommand
    let cluster: Cluster
    let context: CommandContext

    func run() async throws {
        let reader = ResourceReader(
            cluster: cluster, selection: command.selection,
            accept: showsTable ? APIRequest.acceptTable : APIRequest.acceptJSON,
            parameters: showsTable ? command.tableParameters : [])
        do {
            switch try await command.selection.resolve(in: cluster) {
            case .manifests:
                let objects = try await ManifestReader(cluster: cluster, selection: command.selection, context: context)
                    .selectedObjects()
                try CommandError.throwAll(objects.errors)
                try await watch(objects.found, reader)
            case .objects(let objects):
                try await watch(objects, reader)
            case .collections(let mappings):
                guard mappings.count == 1, let mapping = mappings.first else { throw SelectionError.severalTypes }
                try await watch(mapping, reader)
            }
        } catch  where command.isIgnored(error) {
            return
        }
    }

    private var showsTable: Bool { command.output.isTable && command.serverPrints }

    // MARK: - One object

    private func watch(_ objects: [SelectedObject], _ reader: ResourceReader) async throws {
        guard Set(objects.map(\.mapping.gvr)).count <= 1 else { throw SelectionError.severalTypes }
        guard let first = objects.first else { return }
        var output = try WatchOutput(command: command, context: context, mapping: first.mapping)
        for object in objects {
            try output.add(await reader.object(object).document, event: "ADDED", shows: command.watch == .afterList)
        }
        output.flush()
        guard objects.count == 1 else {
            throw CommandError.failed("you may only watch a single resource or type of resource at a time")
        }
        var query = ListQuery()
        query.fieldSelector = "metadata.name=\(first.name)"
        // From about now on: the object's own version may be older than what the server can still watch from.
        query.resourceVersion = "0"
        // The first event tells again what was shown just now.
        try await follow(
            first.mapping.location(namespace: first.namespace), query, reader, into: &output, skippingFirst: true)
    }

    // MARK: - A collection

    private func watch(_ mapping: RESTMapping, _ reader: ResourceReader) async throws {
        var output = try WatchOutput(command: command, context: context, mapping: mapping)
        var resourceVersion = ""
        let errors = try await reader.collections([mapping]) { answer in
            resourceVersion = answer.document["metadata"]?["resourceVersion"]?.string ?? ""
            try output.add(answer.document, event: "ADDED", shows: command.watch == .afterList)
        }
        try CommandError.throwAll(errors)
        output.flush()
        var query = command.selection.query
        query.limit = 0
        query.resourceVersion = resourceVersion
        let location = mapping.location(namespace: command.selection.namespace(in: cluster))
        try await follow(location, query, reader, into: &output, skippingFirst: false)
    }

    private func follow(
        _ location: ResourceLocation, _ query: ListQuery, _ reader: ResourceReader, into output: inout WatchOutput,
        skippingFirst: Bool
    ) async throws {
        var request = APIRequest.watch(location, query: query)
        request.accept = reader.accept
        request.parameters += reader.parameters
        var shows = !skippingFirst
        for try await event in try await cluster.client.watch(request) {
            if case .error(let status) = event { throw ClientError.status(status) }
            if let object = event.object { try output.add(object, event: event.type, shows: shows) }
            output.flush()
            shows = true
        }
    }
}

/// Shows objects one by one: as rows of one table, or each as a document of its own.
private struct WatchOutput {
    private let command: GetCommand
    private var stream: ConsoleStream
    private let context: CommandContext
    private var report = TableReport()
    private var printer: ObjectPrinter?

    init(command: GetCommand, context: CommandContext, mapping: RESTMapping) throws {
        self.command = command
        self.context = context
        stream = ConsoleStream(console: context.console)
        if command.output.isTable {
            report.begin(command.tableOptions(for: mapping, showsKind: command.showsKind), into: &stream)
        } else {
            printer = try command.objectPrinter()
        }
    }

    mutating func add(_ document: JSONValue, event: String, shows: Bool) throws {
        let event = command.showsWatchEvents ? event : nil
        guard printer != nil else {
            report.add(document, now: context.now, event: event, showsRows: shows)
            return
        }
        guard shows else { return }
        for object in document["items"]?.array ?? [document] {
            try printer?.print(object, event: event, into: &stream)
        }
    }

    mutating func flush() {
        report.flush(into: &stream)
        context.console.flush()
    }
}
