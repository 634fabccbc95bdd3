package import KubeModel

/// Describes a role, or a cluster role, which looks the same: its rules, taken apart and sorted.
package struct RoleDescriber: Describer {
    private let role: Role

    package init(role: Role) {
        self.role = role
    }

    package func describe(into text: inout DescribeText) {
        text.field("Name", role.metadata.name)
        text.labels("Labels", role.metadata.labels)
        text.annotations(role.metadata.annotations)
        text.line("PolicyRule:")
        text.line("Resources\tNon-Resource URLs\tResource Names\tVerbs", level: 1)
        text.line("---------\t-----------------\t--------------\t-----", level: 1)
        for rule in PolicyRule.compacted(role.rules) {
            let cells = [rule.nonResourceURLs, rule.resourceNames, rule.verbs].map(\.goText)
            text.line("\(rule.resourceText)\t\(cells.joined(separator: "\t"))", level: 1)
        }
    }
}
