package import JSONModel

/// The forms of sets of labels and annotations.
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

    /// The labels or annotations of an untyped object: null is the empty text; with anything but texts, there are none.
    package static func texts(_ value: JSONValue?) -> [String: String] {
        var texts: [String: String] = [:]
        for member in value?.object ?? [:] {
            switch member.value {
            case .string(let text): texts[member.key] = text
            case .null: texts[member.key] = ""
            default: return [:]
            }
        }
        return texts
    }
}
