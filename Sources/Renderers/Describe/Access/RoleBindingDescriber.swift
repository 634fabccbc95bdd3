package import KubeModel

/// Describes a role binding, or a cluster role binding, which looks the same: who has which role.
package struct RoleBindingDescriber: Describer {
    private let binding: RoleBinding

    package init(binding: RoleBinding) {
        self.binding = binding
    }

    package func describe(into text: inout DescribeText) {
        text.field("Name", binding.metadata.name)
        text.labels("Labels", binding.metadata.labels)
        text.annotations(binding.metadata.annotations)
        text.line("Role:")
        text.field("Kind", binding.roleRef.kind, level: 1)
        text.field("Name", binding.roleRef.name, level: 1)
        text.line("Subjects:")
        text.line("Kind\tName\tNamespace", level: 1)
        text.line("----\t----\t---------", level: 1)
        for subject in binding.subjects {
            text.line("\(subject.kind)\t\(subject.name)\t\(subject.namespace)", level: 1)
        }
    }
}
