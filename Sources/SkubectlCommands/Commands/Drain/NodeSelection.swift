import CommandLineKit
import JSONModel
import KubeClient
import KubeModel
import StdlibExtensions

/// The nodes that `cordon`, `uncordon` and `drain` are about.
struct NodeSelection: Sendable {
    let selection: ResourceSelection
    let dryRun: DryRun

    /// - Parameter command: The command's name, for the text of its usage.
    init(_ arguments: ParsedArguments, command: String) throws(UsageError) {
        var selection = ResourceSelection(arguments)
        if selection.words.isEmpty, !arguments.wasSet(ResourceSelection.selectorFlag) {
            throw .invalid("USAGE: \(command) NODE [flags]", hint: .helpAndExamples)
        }
        if !selection.words.isEmpty, !arguments[ResourceSelection.selectorFlag].isEmpty {
            throw .invalid("cannot specify both a node name and a --selector option", hint: .helpAndExamples)
        }
        dryRun = try DryRun(arguments)
        selection.words =
            selection.labelSelector.isEmpty
            ? selection.words.map { $0.contains("/") ? $0 : "nodes/\($0)" } : ["nodes"]
        self.selection = selection
    }

    /// A node as it is.
    struct Node: Sendable {
        let name: String
        let object: JSONValue
        let selected: SelectedObject

        var isUnschedulable: Bool { object["spec"]?["unschedulable"]?.bool ?? false }
    }

    /// Reads the nodes; throws where one cannot be read.
    func nodes(in context: CommandContext) async throws -> (cluster: Cluster, nodes: [Node]) {
        if selection.words.contains("nodes/") { throw SelectionError.emptyName }
        try await checkTypes(in: context)
        let targets = try await ChangeTargets.read(selection, in: context)
        var nodes: [Node] = []
        for result in targets.results {
            let target = try result.get()
            guard let selected = target.selected else { continue }
            let gvr = selected.mapping.gvr
            guard gvr.resource == "nodes", gvr.group.isEmpty else {
                let text = "\(gvr.group)/\(gvr.version), Resource=\(gvr.resource)"
                throw CommandError.failed("error: expected resource of type node, got \(text.goQuoted)")
            }
            nodes.append(Node(name: target.name, object: target.value, selected: selected))
        }
        guard let cluster = targets.cluster else { throw SelectionError.nothing }
        return (cluster, nodes)
    }

    /// Refuses words of several types, whatever they are called by.
    private func checkTypes(in context: CommandContext) async throws {
        let types = Set(selection.words.map { String($0.prefix { $0 != "/" }) })
        guard types.count > 1 else { return }
        let discovery = try await context.cluster().discovery
        var mappings: Set<RESTMapping?> = []
        for type in types { mappings.insert(try await discovery.mapping(forArgument: type)) }
        if mappings.count > 1 { throw SelectionError.severalTypes }
    }
}
