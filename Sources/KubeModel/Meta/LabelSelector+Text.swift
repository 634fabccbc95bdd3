extension LabelSelector {
    /// The selector in the syntax of `-l`: "a=1,b in (x,y),!c"; `<none>` where it selects everything, `<error>` where
    /// it is no valid selector.
    package var text: String {
        var parts: [(key: String, text: String)] = []
        for label in matchLabels {
            guard LabelSyntax.isKey(label.key), LabelSyntax.isValue(label.value) else { return "<error>" }
            parts.append((label.key, "\(label.key)=\(label.value)"))
        }
        for expression in matchExpressions {
            guard let text = expression.text else { return "<error>" }
            parts.append((expression.key, text))
        }
        guard !parts.isEmpty else { return "<none>" }
        parts.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        return parts.map(\.text).joined(separator: ",")
    }
}

extension LabelSelectorRequirement {
    /// The requirement in the syntax of `-l`; nil where it is not valid.
    fileprivate var text: String? {
        guard LabelSyntax.isKey(key), values.allSatisfy(LabelSyntax.isValue) else { return nil }
        let sorted = values.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: ",")
        return switch `operator` {
        case "In" where !values.isEmpty: "\(key) in (\(sorted))"
        case "NotIn" where !values.isEmpty: "\(key) notin (\(sorted))"
        case "Exists" where values.isEmpty: key
        case "DoesNotExist" where values.isEmpty: "!\(key)"
        default: nil
        }
    }
}
