import CommandLineKit
import HTTPTransport
import KubeClient
import KubeModel
import Renderers
import StdlibExtensions
import SystemIO

/// Implements `skubectl get`, which shows resources as a table, as JSON or YAML, or by name, once or while they change.
struct GetCommand: Command {
    static let outputFlag = ResultPrinter.outputFlag(of: .ofGet)
    static let noHeadersFlag = Flag("no-headers", default: false, help: "Leave out the line with the columns' names.")
    static let showLabelsFlag = Flag("show-labels", default: false, help: "Show all labels in a last column.")
    static let labelColumnsFlag = Flag(
        "label-columns", short: "L", default: [String](),
        help: "Show the values of these labels in columns of their own; names are case-sensitive.")
    static let showKindFlag = Flag("show-kind", default: false, help: "Put the kind before each name.")
    static let sortByFlag = Flag(
        "sort-by", default: "",
        help:
            "Sort lists by this field, a JSONPath expression such as '{.metadata.name}'; it must be a number or a text."
    )
    static let serverPrintFlag = Flag(
        "server-print", default: true, help: "Have the server make the table; it knows the columns of every type.")
    static let rawFlag = Flag("raw", default: "", help: "Show what the server answers to this path, as it is.")
    static let watchFlag = Flag("watch", short: "w", default: false, help: "Go on with the changes as they happen.")
    static let watchOnlyFlag = Flag(
        "watch-only", default: false, help: "Show the changes as they happen, without what is there already.")
    static let outputWatchEventsFlag = Flag(
        "output-watch-events", default: false, help: "Show the kind of each change, with --watch or --watch-only.")
    static let ignoreNotFoundFlag = Flag(
        "ignore-not-found", default: false, help: "Say nothing, and succeed, where a named resource does not exist.")
    static let subresourceFlag = Flag(
        "subresource", default: "", help: "Show this subresource of the named resources."
    ).completing(.allValues(["status", "scale", "resize"]))

    static let spec = CommandSpec(
        name: "get",
        usage:
            "[(-o|--output=)\([OutputFormat].ofGet.words.joined(separator: "|"))] (TYPE[.VERSION][.GROUP] [NAME | -l label] | "
            + "TYPE[.VERSION][.GROUP]/NAME ...) [flags]",
        summary: "Display one or many resources",
        description: [
            "Show the most important facts about one or many resources.",
            """
            Resources that belong to a namespace are shown for the current one only; name another with --namespace, \
            or ask for all with --all-namespaces.
            """,
        ],
        examples: [
            CommandExample("List all pods", "skubectl get pods"),
            CommandExample("List all pods with more columns, such as the node", "skubectl get pods -o wide"),
            CommandExample("Show one pod as YAML", "skubectl get pod/web -o yaml"),
            CommandExample("List pods and services whose label app is web", "skubectl get pods,services -l app=web"),
            CommandExample("Show the resource that a manifest names, as it is now", "skubectl get -f pod.yaml"),
        ],
        flags: [
            outputFlag, noHeadersFlag, showLabelsFlag, labelColumnsFlag, showKindFlag, sortByFlag,
            serverPrintFlag, rawFlag, watchFlag, watchOnlyFlag, outputWatchEventsFlag, ignoreNotFoundFlag,
            subresourceFlag, ResourceSelection.selectorFlag, ResourceSelection.fieldSelectorFlag,
            ResourceSelection.allNamespacesFlag, ResourceSelection.chunkSizeFlag,
        ] + ResultPrinter.templateFlags + ResourceSelection.manifestFlags
    )
    .grouped(under: .basicIntermediate).suggested(for: "list", "ls").completing(.dynamic(.resources))

    let selection: ResourceSelection
    let result: ResultPrinter
    /// The field that lists are sorted by; empty for none.
    let sortField: String
    let table: TableOptions
    let showsKind: Bool
    let serverPrints: Bool
    let raw: String
    let watch: WatchMode
    let showsWatchEvents: Bool
    let ignoresNotFound: Bool

    /// Whether changes are shown after what is there, alone, or not at all.
    enum WatchMode {
        case none
        case afterList
        case only
    }

    init(_ arguments: ParsedArguments) throws(UsageError) {
        var selection = ResourceSelection(arguments)
        selection.subresource = arguments[Self.subresourceFlag]
        self.selection = selection
        result = ResultPrinter(arguments, output: Self.outputFlag, formats: .ofGet)
        sortField = arguments[Self.sortByFlag]
        var table = TableOptions()
        table.showsHeaders = !arguments[Self.noHeadersFlag]
        table.isWide = result.word == OutputFormat.wide.rawValue
        table.labelColumns = arguments[Self.labelColumnsFlag]
        table.showsLabels = arguments[Self.showLabelsFlag]
        self.table = table
        showsKind = arguments[Self.showKindFlag]
        serverPrints = arguments[Self.serverPrintFlag]
        raw = arguments[Self.rawFlag]
        watch = arguments[Self.watchFlag] ? .afterList : arguments[Self.watchOnlyFlag] ? .only : .none
        showsWatchEvents = arguments[Self.outputWatchEventsFlag]
        ignoresNotFound = arguments[Self.ignoreNotFoundFlag]
        try check(result.word)
    }

    private func check(_ outputWord: String) throws(UsageError) {
        if !raw.isEmpty {
            try checkRaw(outputWord)
        }
        if table.showsLabels, !outputWord.isEmpty, !table.isWide {
            throw .invalid("--show-labels option cannot be used with \(outputWord) printer", hint: .none)
        }
        if showsWatchEvents, watch == .none {
            throw .invalid("--output-watch-events option can only be used with --watch or --watch-only", hint: .none)
        }
    }

    private func checkRaw(_ outputWord: String) throws(UsageError) {
        if !selection.words.isEmpty {
            throw .invalid("arguments may not be passed when --raw is specified", hint: .none)
        }
        if watch != .none || !selection.labelSelector.isEmpty {
            throw .invalid(
                "--raw may not be specified with other flags that filter the server request or alter the output",
                hint: .none)
        }
        if !outputWord.isEmpty { throw .invalid("--raw and --output are mutually exclusive", hint: .none) }
        if let problem = RawPath.problem(of: raw) {
            throw .invalid("--raw must be a valid URL path: parse \(raw.goQuoted): \(problem)", hint: .none)
        }
    }

    func run(in context: CommandContext) async throws {
        if !raw.isEmpty { return try await runRaw(in: context) }
        if watch == .none, selection.isEmpty { throw nothingSelected(context) }
        warnAboutOrder(context)
        do {
            try await show(in: context)
        } catch let error as PrinterError {
            guard let line = error.fatalLogLine else { throw error }
            // kubectl ends at once, with a line in its log.
            let log = context.log
            log.writePlain(0, line.source, line.text, severity: .fatal)
            throw CommandError.silent(exitCode: 1)
        }
    }

    private func show(in context: CommandContext) async throws {
        let cluster = try await context.cluster()
        if watch != .none { return try await GetWatch(command: self, cluster: cluster, context: context).run() }
        if isTable { return try await GetTable(command: self, cluster: cluster, context: context).run() }
        try await GetStructured(command: self, cluster: cluster, context: context).run()
    }

    /// Whether tables are shown, and not objects.
    var isTable: Bool { result.isDefault || table.isWide }

    private func warnAboutOrder(_ context: CommandContext) {
        guard !sortField.isEmpty else { return }
        switch watch {
        case .none: return
        case .afterList:
            context.console.writeError(
                "warning: --watch requested, --sort-by will be ignored for watch events received\n")
        case .only: context.console.writeError("warning: --watch-only requested, --sort-by will be ignored\n")
        }
    }

    /// kubectl tells what there is to get before it refuses.
    private func nothingSelected(_ context: CommandContext) -> UsageError {
        let program = context.programName
        context.console.writeError(
            "You must specify the type of resource to get. Use \"\(program) api-resources\" for a complete list of "
                + "supported resources.\n\n")
        return .invalid(
            "Required resource not specified.\nUse \"\(program) explain <resource>\" for a detailed description of that "
                + "resource (e.g. \(program) explain pods).", hint: .helpAndExamples)
    }

    private func runRaw(in context: CommandContext) async throws {
        let client = try await context.cluster().client
        let request = APIRequest(rawTarget: raw)
        let response = try await client.response(request)
        do throws(TransportError) {
            for try await chunk in response.body { context.console.write(chunk) }
        } catch {
            throw client.bodyFailure(error, of: request)
        }
    }
}
