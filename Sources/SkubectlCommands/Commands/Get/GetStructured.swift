import JSONModel
import KubeClient
import KubeModel
import Renderers

/// The part of `get` that shows objects whole: as JSON, as YAML, or by name.
struct GetStructured {
    let command: GetCommand
    let cluster: Cluster
    let context: CommandContext

    func run() async throws {
        var reader = ResourceReader(cluster: cluster, selection: command.selection)
        switch try await command.selection.resolve(in: cluster) {
        case .manifests:
            let objects = try await command.manifestReader(cluster, context).selectedObjects()
            try show(await reader.objects(objects.found), isSingle: objects.isSingleFile, errors: objects.errors)
        case .objects(let objects):
            try show(await reader.objects(objects), isSingle: objects.count == 1, errors: [])
        case .collections(let mappings):
            if command.result.isName, command.sortField.isEmpty {
                // A name is all that is shown. A table has it at half the cost of the metadata, where there is one table.
                if mappings.count == 1 {
                    reader.accept = APIRequest.acceptTable
                    reader.parameters = [APIRequest.Parameter("includeObject", "None")]
                } else {
                    reader.accept = APIRequest.acceptMetadataList
                }
            }
            do {
                try await show(mappings, reader, mayKeepParts: true)
            } catch is WholeItemsNeeded {
                // A message that shows the list needs it whole; and there may be tables without names.
                try await show(
                    mappings, ResourceReader(cluster: cluster, selection: command.selection), mayKeepParts: false)
            }
        }
    }

    /// Shows all objects of these types as one list.
    private func show(_ mappings: [RESTMapping], _ reader: ResourceReader, mayKeepParts: Bool) async throws {
        var output = ListOutput(command: command, context: context, mayKeepParts: mayKeepParts)
        let errors = try await reader.collections(mappings) { answer in
            guard let items = answer.namedItems else { throw WholeItemsNeeded() }
            for item in items { try output.add(item) }
        }
        try output.end(errors.filter { !command.isIgnored($0) })
    }

    /// Shows objects that were named: a single one as it is, several as a list.
    private func show(
        _ results: [Result<ResourceReader.Answer, ClientError>], isSingle: Bool, errors: [any Error]
    ) throws {
        var errors = errors
        var answers: [ResourceReader.Answer] = []
        for result in results {
            switch result {
            case .success(let answer): answers.append(answer)
            case .failure(let error): errors.append(error)
            }
        }
        let failures = errors.filter { !command.isIgnored($0) }
        if isSingle, !failures.isEmpty { try CommandError.throwAll(failures) }
        if answers.isEmpty, command.ignoresNotFound { return try CommandError.throwAll(failures) }
        if isSingle, answers.count == 1 {
            var printer = try command.objectPrinter(in: context)
            var stream = ConsoleStream(console: context.console)
            try printer.print(answers[0].document, into: &stream)
        } else {
            var output = ListOutput(command: command, context: context)
            for answer in answers { try output.add(answer.document) }
            try output.end(failures)
        }
    }
}

/// What was asked for or kept of a list is not enough to show it, or to tell what is wrong with it.
private struct WholeItemsNeeded: Error {}

/// A list whose printer is made when there is something to print, which is when kubectl refuses a format.
private struct ListOutput {
    private let command: GetCommand
    private let context: CommandContext
    private let mayKeepParts: Bool
    private var stream: ConsoleStream
    private var printer: ObjectPrinter?
    /// What went wrong with an item; what comes after it is read and not shown.
    private var failure: PrinterError?

    init(command: GetCommand, context: CommandContext, mayKeepParts: Bool = false) {
        self.command = command
        self.context = context
        self.mayKeepParts = mayKeepParts
        stream = ConsoleStream(console: context.console)
    }

    mutating func add(_ item: JSONValue) throws(OutputError) {
        try begin()
        print { (printer, stream) throws(PrinterError) in try printer.addToList(item, into: &stream) }
    }

    /// Ends the list and throws what went wrong, after the errors of reading.
    ///
    /// With `--ignore-not-found` there is no list without items.
    mutating func end(_ errors: [any Error]) throws {
        if printer != nil || !command.ignoresNotFound {
            try begin()
            print { (printer, stream) throws(PrinterError) in try printer.endList(into: &stream) }
        }
        if let failure, failure.fatalLogLine != nil { throw failure }
        if printer?.lacksParts == true { throw WholeItemsNeeded() }
        try CommandError.throwAll(errors + (failure.map { [$0] } ?? []))
    }

    private mutating func begin() throws(OutputError) {
        guard printer == nil else { return }
        var made = try command.objectPrinter(in: context)
        made.mayKeepParts = mayKeepParts
        printer = made
        print { (printer, stream) throws(PrinterError) in try printer.beginList(into: &stream) }
    }

    private mutating func print(_ body: (inout ObjectPrinter, inout ConsoleStream) throws(PrinterError) -> Void) {
        guard failure == nil, var current = printer else { return }
        printer = nil  // Keeps what the printer holds unshared while it grows.
        defer { printer = current }
        do throws(PrinterError) { try body(&current, &stream) } catch { failure = error }
    }
}

extension GetCommand {
    /// What reads the objects that manifests name.
    func manifestReader(_ cluster: Cluster, _ context: CommandContext) -> ManifestReader {
        ManifestReader(cluster: cluster, selection: selection, context: context, asksServer: true)
    }

    /// The printer of the format asked for.
    ///
    /// - Parameter isStreamAligned: whether columns are aligned by the stream they are written to.
    func objectPrinter(in context: CommandContext, isStreamAligned: Bool = false) throws(OutputError) -> ObjectPrinter {
        let options = ResultPrinter.Options(showsHeaders: table.showsHeaders, isStreamAligned: isStreamAligned)
        var printer = try result.printer(options, in: context)
        printer.sortField = sortField
        return printer
    }
}
