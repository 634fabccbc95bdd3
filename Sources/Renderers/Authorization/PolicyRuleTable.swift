package import KubeModel

/// The table of what somebody may do (`auth can-i --list`).
package enum PolicyRuleTable {
    /// Writes a line for each rule, with the columns' names where `showsHeaders`.
    package static func write(
        _ rules: [PolicyRule], showsHeaders: Bool, into stream: inout some TextOutputStream
    ) {
        var table = TabWriter(style: .table)
        if showsHeaders { table.write("Resources\tNon-Resource URLs\tResource Names\tVerbs\n") }
        for rule in rules {
            let cells = [
                rule.resourceText, list(rule.nonResourceURLs), list(rule.resourceNames), list(rule.verbs),
            ]
            table.write(cells.map(TerminalText.escaped).joined(separator: "\t") + "\n")
        }
        table.flush(into: &stream)
    }

    private static func list(_ elements: [String]) -> String {
        "[\(elements.joined(separator: " "))]"
    }
}
