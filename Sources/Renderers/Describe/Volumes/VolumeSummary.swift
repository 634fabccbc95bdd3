import KubeModel

/// What is told of a volume: its type, and what belongs to that.
struct VolumeSummary {
    /// The type with its explanation.
    let type: String
    /// What is told line by line, names with their colons.
    let fields: [(name: String, value: any CustomStringConvertible)]

    init(_ type: String, _ fields: [(name: String, value: any CustomStringConvertible)] = []) {
        self.type = type
        self.fields = fields
    }
}

extension LocalObjectReference? {
    /// The reference as Go prints a pointer to one.
    var goText: String {
        map { "&LocalObjectReference{Name:\($0.name),}" } ?? "nil"
    }
}

extension [String] {
    /// The texts as Go prints a slice of them: "[a b]".
    var goText: String { "[\(joined(separator: " "))]" }
}

extension [String: String] {
    /// The texts as Go prints a map of them: "map[a:1 b:2]".
    var goText: String {
        "map[\(Labels.sorted(self).map { "\($0.key):\($0.value)" }.joined(separator: " "))]"
    }
}
