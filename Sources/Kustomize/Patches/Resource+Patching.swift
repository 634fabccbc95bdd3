import JSONModel
import KubePatch
import YAMLCodec

extension Resource {
    /// Applies a strategic merge patch; the resource is empty when the patch deletes it.
    ///
    /// Name and kind stay what they were unless the patch may change them, and the namespace stays in any case.
    func apply(patch: Resource, schema: MergeSchema.Document) throws(KustomizeError) {
        let (name, namespace, kind) = (name, namespace, self.kind.kind)
        let allowsNameChange = patch.isEnabled(.allowNameChange)
        let allowsKindChange = patch.isEnabled(.allowKindChange)
        if allowsNameChange || allowsKindChange { try storePreviousID() }
        guard let node, let changes = patch.node else { return }
        self.node = try StrategicMerge(schema: schema).merge(changes, into: node)
        if isEmpty { return }
        if !allowsKindChange { try setKind(kind) }
        if !allowsNameChange { try setName(name) }
        try setNamespace(namespace)
    }
}
