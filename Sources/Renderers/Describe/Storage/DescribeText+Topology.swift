extension DescribeText {
    /// Writes the requirements of one term below each other, such as "zone in [a, b]".
    mutating func requirements(_ title: String, _ requirements: [(test: String, values: [String])], level: Int) {
        write("\(title):\t", level: level)
        guard !requirements.isEmpty else { return line("<none>") }
        for (index, requirement) in requirements.enumerated() {
            if index > 0 { write("\t", level: level) }
            let values = requirement.values
            line(requirement.test + (values.isEmpty ? "" : " [\(values.joined(separator: ", "))]"))
        }
    }
}
