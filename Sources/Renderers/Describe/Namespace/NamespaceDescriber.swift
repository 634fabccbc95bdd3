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
        conditions(into: &text)
        if let quotas {
            text.line("")
            text.resourceQuotas(quotas)
        }
        if let limitRanges {
            text.line("")
            text.limitRanges(limitRanges)
        }
    }

    private func conditions(into text: inout DescribeText) {
        guard !namespace.status.conditions.isEmpty else { return }
        text.line("Conditions:")
        text.line("Type\tStatus\tLastTransitionTime\tReason\tMessage", level: 1)
        text.line("----\t------\t------------------\t------\t-------", level: 1)
        for condition in namespace.status.conditions {
            let time = text.time(condition.lastTransitionTime)
            let cells = [condition.type, condition.status, time, condition.reason, condition.message]
            text.line(cells.joined(separator: "\t"), level: 1)
        }
    }
}
