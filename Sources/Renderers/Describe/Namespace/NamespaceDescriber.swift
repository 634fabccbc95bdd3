package import KubeModel

/// Describes a namespace with its quotas and limits.
package struct NamespaceDescriber: Describer {
    private let namespace: Namespace
    private let quotas: [ResourceQuota]?
    private let limitRanges: [LimitRange]?

    /// Takes a namespace, its quotas and its limits; nil where the server has no such thing.
    package init(namespace: Namespace, quotas: [ResourceQuota]?, limitRanges: [LimitRange]?) {
        self.namespace = namespace
        self.quotas = quotas
        self.limitRanges = limitRanges
    }

    package func describe(into text: inout DescribeText) {
        text.field("Name", namespace.metadata.name)
        text.labels("Labels", namespace.metadata.labels)
        text.annotations(namespace.metadata.annotations)
        text.field("Status", namespace.status.phase)
        if !namespace.status.conditions.isEmpty { text.conditions(namespace.status.conditions) }
        if let quotas {
            text.line("")
            text.resourceQuotas(quotas)
        }
        if let limitRanges {
            text.line("")
            text.limitRanges(limitRanges)
        }
    }
}
