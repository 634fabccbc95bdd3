import JSONModel
import KubeClient
import KubeModel
import Manifests
import StdlibExtensions

/// The pods and nodes that `debug` is about: words, or manifests as they stand in their files.
struct DebugTargets {
    let command: DebugCommand
    let cluster: Cluster
    let context: CommandContext

    enum Target: Sendable {
        case pod(PodUnderChange)
        case node(name: String)
    }

    /// Calls `body` for one target after the other; the first failure ends it.
    func forEach(_ body: (Target) async throws -> Void) async throws {
        if command.targets.contains("") { throw SelectionError.emptyName }
        var selection = ResourceSelection(words: command.targets.map { $0.contains("/") ? $0 : "pods/\($0)" })
        selection.filenames = command.filenames
        switch try await selection.resolve(in: cluster) {
        case .collections: return
        case .objects(let objects):
            for selected in objects {
                try await body(try target(try await cluster.object(selected.location), selected.mapping.gvk))
            }
        case .manifests:
            let reader = ManifestReader(
                cluster: cluster, selection: selection, context: context, stopsAtError: true, isTyped: true)
            let errors = try await reader.forEach { object in
                if object.isItem { throw CommandError.failed("\"/v1, Kind=List\" not supported by debug") }
                try await body(try target(object.value, object.selected.mapping.gvk))
            }
            try CommandError.throwAll(errors)
        }
    }

    private func target(_ object: JSONValue, _ gvk: GroupVersionKind) throws -> Target {
        switch (gvk.group, gvk.kind) {
        case ("", "Pod"): return .pod(PodUnderChange(value: TypedObject.normalized(object)))
        case ("", "Node"): return .node(name: object["metadata"]?["name"]?.string ?? "")
        default:
            if let fault = TypedKinds.fault(of: gvk) { throw fault }
            throw CommandError.failed("\(gvk.text.goQuoted) not supported by debug")
        }
    }
}
