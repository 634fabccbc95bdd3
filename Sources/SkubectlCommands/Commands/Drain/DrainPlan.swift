import KubeModel

/// The pods of a node with what becomes of each.
struct DrainPlan: Sendable {
    /// One pod of the node.
    struct Pod: Sendable, Hashable {
        let namespace: String
        let name: String
        let uid: String
        var isDeleting: Bool
    }

    /// Why pods keep the node from being drained, and which.
    private(set) var obstacles: [(message: String, pods: [String])] = []
    private(set) var warnings: [(message: String, pods: [String])] = []
    /// The pods that leave.
    private(set) var leaving: [Pod] = []
    /// From where on a watch sees what becomes of the pods.
    var resourceVersion = ""

    /// Adds a pod with its fate.
    mutating func add(_ pod: Pod, _ fate: DrainRules.Fate) {
        switch fate {
        case .leaves(let warning):
            leaving.append(pod)
            if let warning { Self.note(warning, pod, in: &warnings) }
        case .stays(let warning):
            if let warning { Self.note(warning, pod, in: &warnings) }
        case .prevents(let message): Self.note(message, pod, in: &obstacles)
        }
    }

    private static func note(_ message: String, _ pod: Pod, in list: inout [(message: String, pods: [String])]) {
        let name = "\(pod.namespace)/\(pod.name)"
        if let index = list.firstIndex(where: { $0.message == message }) {
            list[index].pods.append(name)
        } else {
            list.append((message, [name]))
        }
    }

    /// kubectl leaves the order of the kinds of warnings and obstacles to chance; here they come as their first pods do.
    var warning: String? {
        warnings.isEmpty
            ? nil : warnings.map { "\($0.message): \($0.pods.joined(separator: ", "))" }.joined(separator: "; ")
    }

    /// The sentences of what keeps the node from being drained.
    var refusals: [String] {
        obstacles.map { "cannot delete \($0.message): \($0.pods.joined(separator: ", "))" }
    }
}
