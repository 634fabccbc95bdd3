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
                let objects = try await command.manifestReader(cluster, context).selectedObjects()
                try CommandError.throwAll(objects.errors)
                try await watch(objects.found.map(\.selected), reader, areOfManifests: true)
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

    private var showsTable: Bool { command.isTable && command.serverPrints }

    // MARK: - One object

    private func watch(
        _ objects: [SelectedObject], _ reader: ResourceReader, areOfManifests: Bool = false
    ) async throws {
        guard areOfManifests || Set(objects.map(\.mapping.gvr)).count <= 1 else { throw SelectionError.severalTypes }
        guard let first = objects.first else { return }
        var answers: [ResourceReader.Answer] = []
        for object in objects { answers.append(try await reader.object(object)) }
        var output = try WatchOutput(command: command, context: context, mapping: first.mapping)
        for answer in answers { try output.begin(with: answer) }
        output.flush()
        guard objects.count == 1 else {
            throw CommandError.failed(
                areOfManifests
                    ? "watch is only supported on individual resources and resource collections - \(objects.count) "
                        + "resources were found" : "you may only watch a single resource or type of resource at a time")
        }
        var query = ListQuery()
        query.fieldSelector = "metadata.name=\(first.name)"
        // From about now on: the object's own version may be older than what the server can still watch from.
        // The first event tells again what was shown just now.
        let course = Course(
            location: first.mapping.location(namespace: first.namespace), query: query, start: "0",
            skipsFirst: true)
        try await follow(course, reader, into: &output)
    }

    /// What is watched, and from where on.
    private struct Course {
        let location: ResourceLocation
        let query: ListQuery
        let start: String
        var skipsFirst = false
    }

    // MARK: - A collection

    private func watch(_ mapping: RESTMapping, _ reader: ResourceReader) async throws {
        var started: WatchOutput?
        var resourceVersion = ""
        let errors = try await reader.collections([mapping]) { answer in
            resourceVersion = answer.document["metadata"]?["resourceVersion"]?.string ?? ""
            var output = try started ?? WatchOutput(command: command, context: context, mapping: mapping)
            started = nil  // Keeps what is there so far unshared while it grows.
            try output.begin(with: answer)
            started = output
        }
        try CommandError.throwAll(errors)
        guard var output = started else { return }
        output.flush()
        var query = command.selection.query
        query.limit = 0
        let location = mapping.location(namespace: command.selection.namespace(in: cluster))
        try await follow(Course(location: location, query: query, start: resourceVersion), reader, into: &output)
    }

    private func follow(_ course: Course, _ reader: ResourceReader, into output: inout WatchOutput) async throws {
        var request = APIRequest.watch(course.location, query: course.query)
        request.accept = reader.accept
        request.parameters += reader.parameters
        var shows = !course.skipsFirst
        var watch = ContinuedWatch(cluster.client, request, from: course.start)
        while let occurrence = try await watch.next() {
            do {
                switch occurrence {
                case .event(let event):
                    if let object = event.object { try output.add(object, event: event.type, shows: shows) }
                    shows = true
                case .expired(let version):
                    watch.restart(from: try await showChanges(since: version, course, reader, into: &output))
                case .outage(let error):
                    context.console.writeError("the watch was cut, trying again: \(error.message)\n")
                }
            } catch is PrinterError {
                // kubectl ends without a word.
                return output.abandon()
            }
            output.flush()
        }
        context.log.write(
            5, "streamwatcher.go:123", "Unable to decode an event from the watch stream",
            [LogField("err", .text("context deadline exceeded"))])
    }

    /// Shows the objects that changed since a version from which the server can no longer watch; the version then.
    private func showChanges(
        since version: String, _ course: Course, _ reader: ResourceReader, into output: inout WatchOutput
    ) async throws -> String {
        var request = APIRequest.get(course.location, query: course.query)
        request.accept = reader.accept
        // Rows tell their versions with their metadata only.
        request.parameters =
            request.parameters.filter { $0.name != "includeObject" }
            + (showsTable ? [APIRequest.Parameter("includeObject", "Metadata")] : [])
        let list = try await SteadyReading.read { try await cluster.client.json(request) }
        let changes = ListChanges(of: list, since: version)
        for document in changes.documents { try output.add(document, event: "MODIFIED", shows: true) }
        return changes.resourceVersion
    }
}

/// Shows objects one by one: as rows of one table, or each as a document of its own.
///
/// As in kubectl all of it goes through a writer that aligns what stands between tabs.
private struct WatchOutput {
    private let command: GetCommand
    private var stream: ConsoleStream
    private let context: CommandContext
    private var report = TableReport()
    private var printer: ObjectPrinter?
    private var writer = TabWriter(style: .table)

    init(command: GetCommand, context: CommandContext, mapping: RESTMapping) throws {
        self.command = command
        self.context = context
        stream = ConsoleStream(console: context.console)
        if command.isTable {
            report.begin(command.tableOptions(for: mapping, showsKind: command.showsKind), into: &stream)
        } else {
            printer = try command.objectPrinter(in: context, isStreamAligned: true)
        }
    }

    /// Shows what is there before the first change.
    mutating func begin(with answer: ResourceReader.Answer) throws {
        let document = answer.document
        let shows = command.watch == .afterList
        do {
            guard printer == nil else {
                for item in answer.items { try add(item, event: "ADDED", shows: shows) }
                return
            }
            guard !command.sortField.isEmpty, document["rows"] != nil, shows else {
                return try add(document, event: "ADDED", shows: shows)
            }
            var table = SortedTable(by: command.sortField, keepsMetadata: command.needsMetadata)
            table.add(document)
            try add(table.sorted(), event: "ADDED", shows: shows)
        } catch let error as PrinterError where error.fatalLogLine == nil {
            abandon()
            throw OutputError.initialObject(error)
        }
    }

    mutating func add(_ document: JSONValue, event: String, shows: Bool) throws {
        let event = command.showsWatchEvents ? event : nil
        guard printer != nil else {
            report.add(document, now: context.now, event: event, showsRows: shows)
            return
        }
        guard shows else { return }
        try printer?.print(document, event: event, into: &writer)
    }

    /// Shows what is aligned already; the rest of what was begun is lost.
    mutating func abandon() {
        writer.take(into: &stream)
        context.console.flush()
    }

    mutating func flush() {
        report.flush(into: &stream)
        writer.flush(into: &stream)
        context.console.flush()
    }
}
