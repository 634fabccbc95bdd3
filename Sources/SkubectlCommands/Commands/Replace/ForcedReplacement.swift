import KubeClient
import KubeModel
import SystemIO

/// Deletes what `replace --force` is to create anew, and waits until it is gone.
struct ForcedReplacement {
    private let command: ReplaceCommand
    private let cluster: Cluster
    private let context: CommandContext

    /// How long to wait where nobody says so.
    private static let usualTimeout = Duration.seconds(300)

    init(_ command: ReplaceCommand, cluster: Cluster, context: CommandContext) {
        self.command = command
        self.cluster = cluster
        self.context = context
    }

    /// The objects of the manifests, which are no more on the server.
    ///
    /// All manifests are read and checked before the first object is deleted.
    func deleted(_ check: ManifestValidation) async throws -> [ManifestReader.Object] {
        // Words beside manifests are refused.
        _ = try await command.selection.resolve(in: cluster)
        let reader = ManifestReader(
            cluster: cluster, selection: command.selection, context: context,
            validate: { await check.error(in: $0) })
        var objects: [ManifestReader.Object] = []
        try CommandError.throwAll(try await reader.forEach { objects.append($0) })
        if objects.isEmpty {
            context.console.write("No resources found\n")
            return []
        }
        let deletion = Deletion(command.deletion, cluster: cluster, context: context)
        let candidates = DeletionCandidates(
            selection: command.selection, cluster: cluster, context: context, resolved: .manifests,
            manifests: objects.map { DeletionCandidates.Candidate(object: $0.selected, source: $0.source) })
        try await deletion.delete(candidates) { _ in true }
        try CommandError.throwAll(deletion.errors.filter { !Self.isNotFound($0) })
        context.console.flush()
        if command.waits {
            let longest = command.timeout == .zero ? DeletionWait.asLongAsItTakes : command.timeout
            try await DeletionWait(cluster: cluster, timeout: longest).wait(for: deletion.targets)
        }
        // Another object of the same name is in the way, too.
        let targets = objects.map { DeletionWait.Target(object: $0.selected, uid: "") }
        let timeout = command.timeout == .zero ? Self.usualTimeout : command.timeout
        if try await DeletionWait(cluster: cluster, timeout: timeout).firstRemaining(of: targets) != nil {
            throw CommandError.failed("context deadline exceeded")
        }
        return objects
    }

    /// Whether the server says that there is no such object.
    private static func isNotFound(_ error: any Error) -> Bool {
        switch error {
        case ClientError.status(let status): status.isNotFound
        case CommandError.onManifest(_, _, .status(let status)): status.isNotFound
        default: false
        }
    }
}
