package import JSONModel
package import KubeModel

/// The replica sets of a deployment: the one with the pods it wants now, and those of before.
package struct DeploymentReplicaSets: Sendable, Hashable {
    /// The oldest replica set with the deployment's template; nil where none has it.
    package let new: ReplicaSet?
    /// All others, the oldest first.
    package let old: [ReplicaSet]

    var isEmpty: Bool { new == nil && old.isEmpty }

    /// Sorts out the replica sets that a deployment manages, of those that it selects.
    ///
    /// Templates are compared as they are written, so that fields count that no model has.
    package init(of deployment: JSONValue, among candidates: [JSONValue]) throws(JSONMismatch) {
        let uid = deployment["metadata"]?["uid"]?.string ?? ""
        let wanted = PodTemplateIdentity(deployment["spec"]?["template"])
        var sets: [(model: ReplicaSet, template: PodTemplateIdentity)] = []
        for candidate in candidates {
            let model = try candidate.decoded(as: ReplicaSet.self)
            guard model.metadata.controller?.uid == uid else { continue }
            sets.append((model, PodTemplateIdentity(candidate["spec"]?["template"])))
        }
        sets.sort { left, right in
            let (left, right) = (left.model.metadata, right.model.metadata)
            return left.creationTimestamp == right.creationTimestamp
                ? left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
                : left.creationTimestamp < right.creationTimestamp
        }
        let new = sets.first { $0.template == wanted }?.model
        self.new = new
        old = sets.map(\.model).filter { $0.metadata.uid != new?.metadata.uid }
    }
}
