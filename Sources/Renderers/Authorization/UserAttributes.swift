package import JSONModel
import KubeModel

/// The table of who somebody is (`auth whoami`).
package enum UserAttributes {
    /// Writes the `userInfo` of a `SelfSubjectReview`; what is empty has no line.
    package static func write(_ user: JSONValue, into stream: inout some TextOutputStream) {
        var table = TabWriter(style: .table)
        table.write("ATTRIBUTE\tVALUE\n")
        func line(_ name: String, _ value: String) { table.write(TerminalText.escaped("\(name)\t\(value)\n")) }
        if let name = user["username"]?.string, !name.isEmpty { line("Username", name) }
        if let identifier = user["uid"]?.string, !identifier.isEmpty { line("UID", identifier) }
        if let groups = user["groups"]?.array, !groups.isEmpty { line("Groups", GoValueText.text(.array(groups))) }
        for (key, values) in (user["extra"]?.object ?? [:]).sortedByKey() {
            line("Extra: \(key)", values.isNull ? "[]" : GoValueText.text(values))
        }
        table.flush(into: &stream)
    }
}
