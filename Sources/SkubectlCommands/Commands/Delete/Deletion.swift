import JSONModel
import KubeClient
import SystemIO

/// Deletes one object after another and remembers what there is to wait for.
struct Deletion {
    let command: DeleteCommand
    let cluster: Cluster
    let context: CommandContext
    /// How many objects there were to delete, whatever became of them.
    private(set) var count = 0
    private(set) var targets: [DeletionWait.Target] = []
    private var hasWarnedOfScope = false

    init(command: DeleteCommand, cluster: Cluster, context: CommandContext) {
        self.command = command
        self.cluster = cluster
        self.context = context
    }

    /// Deletes an object and tells of it; `source` is the manifest that names it.
    mutating func delete(_ object: SelectedObject, source: String?) async throws {
        count += 1
        warnOfScope(object)
        var uid = ""
        if command.dryRun != .client {
            do {
                let answer = try await cluster.client.json(.delete(object.location, options: command.options))
                uid = (answer["details"]?["uid"] ?? answer["metadata"]?["uid"])?.string ?? ""
            } catch {
                guard let source, case .status = error else { throw error }
                throw CommandError.onManifest(verb: "deleting", source: source, error)
            }
        }
        context.console.write(command.line(object))
        context.console.flush()
        targets.append(DeletionWait.Target(object: object, uid: uid))
    }

    private mutating func warnOfScope(_ object: SelectedObject) {
        guard cluster.namespaceIsExplicit, !command.selection.allNamespaces, !hasWarnedOfScope,
            !object.mapping.isNamespaced
        else { return }
        hasWarnedOfScope = true
        context.warn("deleting cluster-scoped resources, not scoped to the provided namespace")
    }
}
