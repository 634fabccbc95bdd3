import CommandLineKit
import KubeClient
import KubeModel

/// What the commands about rollouts have in common: which objects they are about.
enum RolloutTargets {
    static let flags: [any AnyFlag] = ResourceSelection.manifestFlags + [ResourceSelection.selectorFlag]

    /// The selection of the command line; refuses one that names nothing.
    static func selection(_ arguments: ParsedArguments) throws(UsageError) -> ResourceSelection {
        var selection = ResourceSelection(arguments)
        selection.chunkSize = 0
        guard !selection.isEmpty else { throw .invalid("required resource not specified", hint: .none) }
        return selection
    }

    /// Reads a revision, which is never negative.
    static func revision(_ number: Int64) throws(UsageError) -> Int64 {
        guard number >= 0 else {
            throw .invalid("revision must be a positive integer: \(number)", hint: .none)
        }
        return number
    }
}

/// The workloads that have rollouts.
enum RolloutKind: Sendable, Hashable {
    case deployment
    case daemonSet
    case statefulSet

    /// The kind of an object, in the groups that have had it; nil for kinds without rollouts.
    init?(_ kind: GroupVersionKind) {
        switch (kind.group, kind.kind) {
        case ("apps", "Deployment"), ("extensions", "Deployment"): self = .deployment
        case ("apps", "DaemonSet"), ("extensions", "DaemonSet"): self = .daemonSet
        case ("apps", "StatefulSet"): self = .statefulSet
        default: return nil
        }
    }
}
