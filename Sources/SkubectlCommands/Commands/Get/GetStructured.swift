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
        let reader = ResourceReader(cluster: cluster, selection: command.selection)
        switch try await command.selection.resolve(in: cluster) {
        case .manifests:
            let objects = try await ManifestReader(cluster: cluster, selection: command.selection, context: context)
                .selectedObjects()
            try await show(objects.found, reader, isSingle: objects.isSingleFile, errors: objects.errors)
        case .objects(let objects):
            try await show(objects, reader, isSingle: objects.count == 1, errors: [])
        case .collections(let mappings):
            var printer = try command.objectPrinter()
            var stream = ConsoleStream(console: context.console)
            printer.beginList()
            let errors = try await reader.collections(mappings) { answer in
                for item in answer.items { try printer.addToList(item, into: &stream) }
            }
            try printer.endList(into: &stream)
            try CommandError.throwAll(errors.filter { !command.isIgnored($0) })
        }
    }

    /// Shows objects that were named: a single one as it is, several as a list.
    private func show(
        _ objects: [SelectedObject], _ reader: ResourceReader, isSingle: Bool, errors: [any Error]
    ) async throws {
        let results = await reader.objects(objects)
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
        var printer = try command.objectPrinter()
        var stream = ConsoleStream(console: context.console)
        if isSingle, answers.count == 1 {
            try printer.print(answers[0].document, into: &stream)
        } else {
            printer.beginList()
            for answer in answers { try printer.addToList(answer.document, into: &stream) }
            try printer.endList(into: &stream)
        }
        try CommandError.throwAll(failures)
    }
}

extension GetCommand {
    /// The printer of the format asked for; throws for a word that is no format.
    func objectPrinter() throws -> ObjectPrinter {
        try output.objectPrinter(
            showsManagedFields: showsManagedFields, allowing: ["json", "name", "wide", "yaml"])
    }
}
