import JSONModel
import KubeClient
import Renderers
import SystemIO

/// Marks nodes as unschedulable, or as schedulable again.
struct Cordoning {
    let cluster: Cluster
    let context: CommandContext
    let dryRun: DryRun
    let isUnschedulable: Bool

    /// Changes the nodes side by side and tells of them in order; one that cannot be changed is told of, and is no failure
    /// of the command.
    func apply(to nodes: [NodeSelection.Node]) async throws {
        try await OrderedSending<(NodeSelection.Node, Result<String, any Error>)>().run { start in
            for node in nodes {
                await start(SendingOrder(node.selected)) { (node, await changed(node)) }
            }
        } consume: { node, outcome in
            tell(node, outcome)
        }
    }

    /// Changes a node, and returns what was done.
    private func changed(_ node: NodeSelection.Node) async -> Result<String, any Error> {
        let done = isUnschedulable ? "cordoned" : "uncordoned"
        if node.isUnschedulable == isUnschedulable { return .success("already \(done)") }
        do {
            if dryRun != .client { try await send(node) }
            return .success(done)
        } catch {
            return .failure(error)
        }
    }

    private func tell(_ node: NodeSelection.Node, _ outcome: Result<String, any Error>) {
        switch outcome {
        case .success(let operation): show(node, operation)
        case .failure(let error):
            let sentence = ErrorReport.sentence(of: error, programName: context.programName)
            let verb = isUnschedulable ? "cordon" : "uncordon"
            context.console.writeError("error: unable to \(verb) node \"\(node.name)\": \(sentence)\n")
        }
        context.console.flush()
    }

    private func send(_ node: NodeSelection.Node) async throws {
        let value: JSONValue = isUnschedulable ? true : .null
        var request = APIRequest.patch(
            node.selected.location, .strategic, ["spec": ["unschedulable": value]])
        request.parameters = dryRun.parameters + FieldManager.unnamed.parameters
        _ = try await cluster.client.json(request)
    }

    private func show(_ node: NodeSelection.Node, _ operation: String) {
        context.console.write("node/\(TerminalText.escaped(node.name)) \(operation)\(dryRun.suffix)\n")
    }
}
