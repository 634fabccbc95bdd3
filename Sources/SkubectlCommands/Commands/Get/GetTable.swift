import KubeClient
import KubeModel
import Renderers
import SystemIO

/// The part of `get` that shows tables.
struct GetTable {
    let command: GetCommand
    let cluster: Cluster
    let context: CommandContext

    func run() async throws {
        let reader = ResourceReader(
            cluster: cluster, selection: command.selection,
            accept: command.serverPrints ? APIRequest.acceptTable : APIRequest.acceptJSON,
            parameters: command.serverPrints ? command.tableParameters : [],
            laterParameters: command.serverPrints ? command.laterTableParameters : [])
        var output = TableOutput(command: command, context: context)
        var errors: [any Error] = []
        var isNested = false
        switch try await command.selection.resolve(in: cluster) {
        case .manifests:
            var manifests = command.manifestReader(cluster, context)
            manifests.nestsFaults = true
            let objects = try await manifests.selectedObjects()
            errors += objects.errors
            errors += try show(await reader.objects(objects.found), in: &output)
        case .objects(let objects):
            errors += try show(await reader.objects(objects), in: &output)
        case .collections(let mappings):
            isNested = true
            output.showsKind = command.showsKind || mappings.count > 1
            if command.sortField.isEmpty {
                errors += try await reader.collections(mappings) { output.add($0) } as [any Error]
            } else {
                do {
                    errors += try await showInOrder(mappings, reader, in: &output)
                } catch is TableOrder.ObjectsNeeded {
                    var reader = reader
                    reader.laterParameters = nil
                    errors += try await showInOrder(mappings, reader, in: &output)
                }
            }
        }
        output.finish()
        errors.removeAll(where: command.isIgnored)
        if errors.isEmpty, !output.hasOutput, !command.ignoresNotFound { tellNothingFound(output) }
        // kubectl nests the errors of collections once more, so that a single one is told like several.
        if isNested, !errors.isEmpty { throw CommandError.several(errors) }
        try CommandError.throwAll(errors)
    }

    private func showInOrder(
        _ mappings: [RESTMapping], _ reader: ResourceReader, in output: inout TableOutput
    ) async throws -> [any Error] {
        var order = TableOrder(field: command.sortField, keepsMetadata: command.needsMetadata)
        let errors = try await reader.collections(mappings) { try order.add(part: $0) }
        for answer in try order.answers() { output.add(answer) }
        return errors
    }

    private func show(
        _ results: [Result<ResourceReader.Answer, ClientError>], in output: inout TableOutput
    ) throws -> [any Error] {
        let answers = results.compactMap { try? $0.get() }  // The failures are returned below.
        output.showsKind = command.showsKind || Set(answers.map(\.mapping.gvk)).count > 1
        if command.sortField.isEmpty {
            for answer in answers { output.add(answer) }
        } else {
            var order = TableOrder(field: command.sortField, keepsMetadata: command.needsMetadata)
            for answer in answers { order.add(answer) }
            for answer in try order.answers() { output.add(answer) }
        }
        return results.compactMap { if case .failure(let error) = $0 { error } else { nil } }
    }

    private func tellNothingFound(_ output: TableOutput) {
        let isWhole = command.selection.allNamespaces || output.hasClusterScoped
        let place = isWhole ? "" : " in \(cluster.namespace) namespace."
        context.console.writeError("No resources found\(place)\n")
    }
}

/// Adds answers to a table report, beginning a table for each change of type.
private struct TableOutput {
    let command: GetCommand
    var showsKind = false
    /// Whether a type without namespaces was among the answers.
    private(set) var hasClusterScoped = false
    private var report = TableReport()
    private var stream: ConsoleStream
    private var current: RESTMapping?
    private let now: Timestamp

    init(command: GetCommand, context: CommandContext) {
        self.command = command
        stream = ConsoleStream(console: context.console)
        now = context.now
    }

    var hasOutput: Bool { report.hasOutput }

    mutating func add(_ answer: ResourceReader.Answer) {
        if !answer.mapping.isNamespaced { hasClusterScoped = true }
        if current?.gvr != answer.mapping.gvr {
            report.begin(command.tableOptions(for: answer.mapping, showsKind: showsKind), into: &stream)
            current = answer.mapping
        }
        report.add(answer.document, now: now)
    }

    mutating func finish() {
        report.flush(into: &stream)
    }
}

extension GetCommand {
    /// How tables of a type are shown.
    func tableOptions(for mapping: RESTMapping, showsKind: Bool) -> TableOptions {
        var options = table
        options.showsNamespace = selection.allNamespaces && mapping.isNamespaced
        options.kindPrefix = showsKind ? mapping.kindPrefix : nil
        return options
    }

    /// Asks for rows without their objects where no column needs them, and for whole objects where rows are sorted.
    var tableParameters: [APIRequest.Parameter] {
        if !sortField.isEmpty { return [APIRequest.Parameter("includeObject", "Object")] }
        return needsMetadata ? [] : [APIRequest.Parameter("includeObject", "None")]
    }

    /// Of the parts of a long list after the first one, the order may need no more than the metadata, or than the names,
    /// which have a column of their own.
    var laterTableParameters: [APIRequest.Parameter] {
        // A text that is no path is told of when the order is made.
        guard let path = try? FieldPath(sortField), path.isInMetadata else { return tableParameters }
        if path.isName, !needsMetadata { return [APIRequest.Parameter("includeObject", "None")] }
        return [APIRequest.Parameter("includeObject", "Metadata")]
    }

    /// Whether some column is made of the objects' metadata.
    var needsMetadata: Bool {
        var options = table
        options.showsNamespace = selection.allNamespaces
        return options.needsMetadata
    }

    /// Whether an error only says that something is not there, and that may be so.
    func isIgnored(_ error: any Error) -> Bool {
        guard ignoresNotFound, case ClientError.status(let status) = error else { return false }
        return status.isNotFound
    }
}
