/// The text forms of label sets.
package enum Labels {
    /// The labels as `--show-labels` shows them: "a=1,b=2" ordered by key, `<none>` for none.
    package static func text(_ labels: [String: String]) -> String {
        guard !labels.isEmpty else { return "<none>" }
        return sorted(labels).map { "\($0.key)=\($0.value)" }.joined(separator: ",")
    }

    /// The labels ordered by key as Go orders strings, by their bytes.
    package static func sorted(_ labels: [String: String]) -> [(key: String, value: String)] {
        labels.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { (key: $0.key, value: $0.value) }
    }
}
