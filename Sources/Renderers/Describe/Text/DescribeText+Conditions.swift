import KubeModel

extension DescribeText {
    /// Writes conditions as a table.
    mutating func conditions(_ conditions: [Condition]) {
        line("Conditions:")
        line("Type\tStatus\tLastTransitionTime\tReason\tMessage", level: 1)
        line("----\t------\t------------------\t------\t-------", level: 1)
        for condition in conditions {
            let time = time(condition.lastTransitionTime)
            line(
                [condition.type, condition.status, time, condition.reason, condition.message].joined(separator: "\t"),
                level: 1)
        }
    }
}
