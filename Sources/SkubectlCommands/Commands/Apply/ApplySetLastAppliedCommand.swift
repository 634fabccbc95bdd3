import CommandLineKit
import JSONModel
import KubeClient
import KubeModel
import Renderers
import StdlibExtensions
import SystemIO

/// Implements `skubectl apply set-last-applied`, which writes manifests into the annotation and changes nothing else.
struct ApplySetLastAppliedCommand: Command {
    static let createAnnotationFlag = Flag(
        "create-annotation", default: false, help: "Also where an object does not have the annotation yet.")

    static let spec = CommandSpec(
        name: "set-last-applied", usage: "-f FILENAME",
        summary: "Set the last-applied-configuration annotation on a live object to match the contents of a file",
        description: """
            Have objects say that manifests were applied to them last, as if they had been, without any other change.
            """,
        examples: [
            CommandExample("Take a manifest for what was applied", "skubectl apply set-last-applied -f deploy.yaml"),
            CommandExample(
                "Also where nothing has been applied yet",
                "skubectl apply set-last-applied -f deploy.yaml --create-annotation"),
        ],
        flags: [createAnnotationFlag, DryRun.flag, ResourceSelection.filenameFlag] + ResultPrinter.flags
    )

    let selection: ResourceSelection
    let dryRun: DryRun
    let createsAnnotation: Bool
    let result: ResultPrinter

    init(_ arguments: ParsedArguments) throws(UsageError) {
        var selection = ResourceSelection(arguments)
        selection.words = []
        self.selection = selection
        dryRun = try DryRun(arguments)
        createsAnnotation = arguments[Self.createAnnotationFlag]
        result = ResultPrinter(arguments)
    }

    /// An object with what its annotation is to hold.
    private struct Change: Sendable {
        let object: SelectedObject
        let live: JSONValue
        let text: String
    }

    func run(in context: CommandContext) async throws {
        var printer = try result.printer(
            ResultPrinter.Options(operation: "configured\(dryRun.suffix)"), in: context)
        let cluster = try await context.cluster()
        // As in kubectl, nothing is written before all objects have been looked at.
        let changes = try await changes(in: cluster, context)
        var stream = ConsoleStream(console: context.console)
        let written = await SideBySide.map(changes) { change in
            do throws(ClientError) {
                return Result<JSONValue, ClientError>.success(try await write(change, in: cluster))
            } catch {
                return .failure(error)
            }
        }
        var errors: [any Error] = []
        for result in written {
            do { try printer.print(try result.get(), into: &stream) } catch { errors.append(error) }
        }
        try CommandError.throwAll(errors)
    }

    private func write(_ change: Change, in cluster: Cluster) async throws(ClientError) -> JSONValue {
        if dryRun == .client { return change.live }
        let patch: JSONValue = ["metadata": ["annotations": [LastApplied.annotation: .string(change.text)]]]
        var request = APIRequest.patch(change.object.location, .merge, patch)
        request.parameters = dryRun.parameters + FieldManager.unnamed.parameters
        return try await cluster.client.json(request, numbers: .normalizedAsGo)
    }

    private func changes(in cluster: Cluster, _ context: CommandContext) async throws -> [Change] {
        guard selection.hasManifests else { throw SelectionError.nothing }
        var reader = ManifestReader(cluster: cluster, selection: selection, context: context)
        reader.stopsAtError = true
        var changes: [Change] = []
        let errors = try await reader.forEach { object in
            if let change = try await change(object, in: cluster) {
                changes.append(change)
            } else {
                context.console.write(
                    "set-last-applied \(TerminalText.escaped(object.selected.name)): no changes required.\n")
            }
        }
        if let first = errors.first { throw first }
        return changes
    }

    /// What is to be written for an object; nil where it is there already.
    private func change(_ object: ManifestReader.Object, in cluster: Cluster) async throws -> Change? {
        let selected = object.selected
        let verb = "retrieving current configuration of:\n\(selected.summary)\nfrom server for:"
        let live: JSONValue
        do {
            live = try await cluster.object(selected.location, numbers: .normalizedAsGo)
        } catch {
            if case ClientError.status(let status) = error, status.isNotFound { throw error }
            throw CommandError.on(error, verb: verb, source: object.source)
        }
        let old = LastApplied.configuration(of: live)
        if old == nil, !createsAnnotation {
            throw CommandError.failed(
                "no last-applied-configuration annotation found on resource: \(selected.name), to create the "
                    + "annotation, run the command with --create-annotation")
        }
        let text = LastApplied.text(object.value)
        return old == text ? nil : Change(object: selected, live: live, text: text)
    }
}
