package import KubeModel

/// Describes a quota: what it counts, how much there may be and how much there is.
package struct ResourceQuotaDescriber: Describer {
    private let quota: ResourceQuota

    package init(quota: ResourceQuota) {
        self.quota = quota
    }

    package func describe(into text: inout DescribeText) {
        text.field("Name", quota.metadata.name)
        text.field("Namespace", quota.metadata.namespace)
        text.scopes(quota.spec.scopes, level: 0, bullet: " *")
        text.line("Resource\tUsed\tHard")
        text.line("--------\t----\t----")
        for (name, hard) in quota.status.hard.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            let used = quota.status.used[name] ?? .zero
            // Both are written with suffixes of the same family.
            let shown = used.format == hard.format ? used : Quantity(used.value, format: hard.format)
            text.line("\(name)\t\(shown)\t\(hard)")
        }
    }
}
