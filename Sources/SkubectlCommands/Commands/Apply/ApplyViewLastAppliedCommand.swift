import CommandLineKit
import JSONModel
import KubeClient
import Renderers
import StdlibExtensions
import SystemIO
import YAMLCodec

/// Implements `skubectl apply view-last-applied`, which shows what was applied to objects last.
struct ApplyViewLastAppliedCommand: Command {
    static let allFlag = Flag("all", default: false, help: "All resources of the given types in the namespace.")
    static let outputFlag = Flag("output", short: "o", default: "yaml", help: "The form: \"yaml\" or \"json\".")
        .completing(.values(["yaml", "json"]))

    static let spec = CommandSpec(
        name: "view-last-applied", usage: "(TYPE [NAME | -l label] | TYPE/NAME | -f FILENAME)",
        summary: "View the latest last-applied-configuration annotations of a resource/object",
        description: "Show what was applied to objects last, as their annotation keeps it.",
        examples: [
            CommandExample("What was applied to a deployment", "skubectl apply view-last-applied deployment/web"),
            CommandExample("The same in JSON", "skubectl apply view-last-applied -f deploy.yaml -o json"),
        ],
        flags: [allFlag, outputFlag, ResourceSelection.selectorFlag] + ResourceSelection.manifestFlags
    ).completing(.dynamic(.resources))

    let selection: ResourceSelection
    let output: String

    init(_ arguments: ParsedArguments) throws(UsageError) {
        var selection = ResourceSelection(arguments)
        selection.all = arguments[Self.allFlag]
        selection.chunkSize = 0
        self.selection = selection
        output = arguments[Self.outputFlag]
    }

    func run(in context: CommandContext) async throws {
        let cluster = try await context.cluster()
        var texts: [String] = []
        for object in try await objects(in: cluster, context) {
            if let text = LastApplied.configuration(of: object.value) {
                texts.append(text)
            } else if let source = object.source {
                let name = object.value["metadata"]?["name"]?.string ?? object.name
                throw CommandError.failed(
                    "error when no last-applied-configuration annotation found on resource: \(name)\n "
                        + "\(source.goQuoted): <nil>")
            } else {
                // kubectl has an error here that says nothing, and ends well without a word.
                return
            }
        }
        for text in texts { try show(text, context) }
    }

    /// A live object and the manifest that names it.
    private struct Live {
        let value: JSONValue
        let name: String
        let source: String?
    }

    private func objects(in cluster: Cluster, _ context: CommandContext) async throws -> [Live] {
        var selection = selection
        selection.typesSelectAll = cluster.namespaceIsExplicit
        let reader = ResourceReader(cluster: cluster, selection: selection)
        switch try await selection.resolve(in: cluster) {
        case .objects(let objects):
            return try zip(objects, await reader.objects(objects)).map { object, answer in
                Live(value: try answer.get().document, name: object.name, source: nil)
            }
        case .collections(let mappings):
            var live: [Live] = []
            let errors = try await reader.collections(mappings) { answer in
                live += answer.items.map { Live(value: $0, name: "", source: nil) }
            }
            if let first = errors.first { throw first }
            return live
        case .manifests:
            var named: [ManifestReader.Object] = []
            var manifests = ManifestReader(cluster: cluster, selection: selection, context: context)
            manifests.stopsAtError = true
            let errors = try await manifests.forEach { named.append($0) }
            let answers = await reader.objects(named.map(\.selected))
            let live = try zip(named, answers).map { object, answer in
                if object.selected.name.isEmpty { return Live(value: object.value, name: "", source: object.source) }
                return Live(value: try answer.get().document, name: object.selected.name, source: object.source)
            }
            if let first = errors.first { throw first }
            return live
        }
    }

    private func show(_ text: String, _ context: CommandContext) throws {
        let bytes = Array(text.utf8)
        switch output {
        case "json":
            _ = try JSONParser.parse(bytes)
            context.console.write(IndentedJSON.bytes(bytes))
        case "yaml": context.console.write(try YAMLEmitter.bytes(try YAMLDecoder.decodeFirst(bytes)))
        default:
            throw UsageError.invalid(
                "Unexpected -o output mode: \(output), the flag 'output' must be one of yaml|json",
                hint: .helpAndExamples)
        }
    }
}
