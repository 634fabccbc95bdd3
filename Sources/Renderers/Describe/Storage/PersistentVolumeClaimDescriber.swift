package import KubeModel

/// Describes a claim: what was wanted, what it got, and which pods use it.
package struct PersistentVolumeClaimDescriber: Describer {
    private let claim: PersistentVolumeClaim
    private let users: [String]
    private let events: [Event]?

    /// Takes a claim, all pods of its namespace, and the events about it; nil where they were not asked for.
    package init(claim: PersistentVolumeClaim, pods: [Pod], events: [Event]?) {
        self.claim = claim
        users = Self.users(of: claim, pods)
        self.events = events
    }

    /// The names of the pods with a volume of the claim, once for each such volume, and of those that own it.
    private static func users(of claim: PersistentVolumeClaim, _ pods: [Pod]) -> [String] {
        var users = pods.flatMap { pod in
            pod.spec.volumes.filter { $0.persistentVolumeClaim?.claimName == claim.metadata.name }.map { _ in pod }
        }
        for owner in claim.metadata.ownerReferences where owner.kind == "Pod" {
            guard let pod = pods.first(where: { $0.metadata.uid == owner.uid }) else { continue }
            if !users.contains(where: { $0.metadata.uid == owner.uid }) { users.append(pod) }
        }
        return users.map(\.metadata.name).sortedByBytes()
    }

    package func describe(into text: inout DescribeText) {
        text.claim(claim.metadata, claim.spec, status: claim.status)
        text.list("Used By", users)
        conditions(into: &text)
        text.events(events)
    }

    private func conditions(into text: inout DescribeText) {
        guard !claim.status.conditions.isEmpty else { return }
        text.line("Conditions:")
        text.line("Type\tStatus\tLastProbeTime\tLastTransitionTime\tReason\tMessage", level: 1)
        text.line("----\t------\t-----------------\t------------------\t------\t-------", level: 1)
        for condition in claim.status.conditions {
            let times = "\(text.time(condition.lastProbeTime)) \t\(text.time(condition.lastTransitionTime))"
            let cause = "\(condition.reason) \t\(condition.message)"
            text.line("\(condition.type) \t\(condition.status) \t\(times) \t\(cause)", level: 1)
        }
    }
}
