package import JSONModel
package import KubeModel

/// Prints objects by their names, as `-o name` does, and with what was done to them, as commands that change objects do.
package struct NamePrinter: Sendable {
    /// What was done: "created", "labeled (dry run)"; nil for the names alone.
    package let operation: String?

    package init(operation: String? = nil) {
        self.operation = operation
    }

    /// Prints a line such as `pod/web` or `deployment.apps/web created`; for a list, a line for each of its items.
    package func print(_ object: JSONValue, into stream: inout some TextOutputStream) {
        if let items = object["items"]?.array {
            for item in items { print(item, into: &stream) }
            return
        }
        let name = object["metadata"]?["name"]?.string ?? ""
        let version = object["apiVersion"]?.string.flatMap(GroupVersion.init(apiVersion:))
        let kind = object["kind"]?.string ?? ""
        let prefix = Self.kindText(group: version?.group ?? "", kind: kind.isEmpty ? "<unknown>" : kind)
        let suffix = operation.map { " \($0)" } ?? ""
        stream.write("\(prefix)/\(name.isEmpty ? "<unknown>" : name)\(suffix)\n")
    }

    /// A kind in lower case with its group: "pod", "deployment.apps".
    package static func kindText(group: String, kind: String) -> String {
        group.isEmpty ? kind.lowercased() : "\(kind.lowercased()).\(group)"
    }

    /// The line that tells of a deletion: `pod "web" deleted from default namespace`.
    ///
    /// - Parameters:
    ///   - namespace: nil for objects outside of namespaces.
    ///   - operation: "deleted" or "force deleted".
    ///   - note: "(dry run)" or "(server dry run)"; nil for none.
    package static func deletionLine(
        _ kind: GroupVersionKind, name: String, namespace: String?, operation: String = "deleted", note: String? = nil
    ) -> String {
        var line = "\(kindText(group: kind.group, kind: kind.kind)) \"\(name)\" \(operation)"
        if let namespace { line += " from \(namespace) namespace" }
        if let note { line += " \(note)" }
        return line + "\n"
    }
}
