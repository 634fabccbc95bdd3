extension LabelSelector {
    /// The selector in the syntax of `-l`: "a=1,b in (x,y),!c"; empty where it selects everything.
    package func queryText() throws(LabelSelectorError) -> String {
        var parts: [(key: String, text: String)] = []
        for label in Labels.sorted(matchLabels) {
            try Self.check(label.key, values: [label.value], nil)
            parts.append((label.key, "\(label.key)=\(label.value)"))
        }
        for expression in matchExpressions { parts.append((expression.key, try expression.queryText())) }
        parts.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        return parts.map(\.text).joined(separator: ",")
    }

    /// The selector in the syntax of `-l`; `<none>` where it selects everything, `<error>` where it is no valid selector.
    package var text: String {
        do {
            let text = try queryText()
            return text.isEmpty ? "<none>" : text
        } catch {
            return "<error>"
        }
    }

    fileprivate static func check(
        _ key: String, values: [String], _ count: LabelSelectorError.Count?
    ) throws(LabelSelectorError) {
        let keyFaults = LabelSyntax.faults(ofKey: key)
        let invalid = values.enumerated().flatMap { index, value in
            LabelSyntax.faults(ofValue: value).map {
                LabelQueryError.InvalidValue(index: index, value: value, fault: $0)
            }
        }
        guard keyFaults.isEmpty, count == nil, invalid.isEmpty else {
            throw .invalidRequirement(key: key, keyFaults: keyFaults, count, invalid)
        }
    }
}

extension LabelSelector? {
    /// The selector in the syntax of `-l`; empty where there is none.
    package func queryText() throws(LabelSelectorError) -> String {
        guard let self else { return "" }
        return try self.queryText()
    }

    /// The selector in the syntax of `-l`; `<none>` where there is none or it selects everything.
    package var text: String { self?.text ?? "<none>" }
}

extension LabelSelectorRequirement {
    /// The requirement in the syntax of `-l`.
    fileprivate func queryText() throws(LabelSelectorError) -> String {
        let sorted = values.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: ",")
        switch `operator` {
        case "In", "NotIn":
            try LabelSelector.check(key, values: values, values.isEmpty ? .missing : nil)
            return `operator` == "In" ? "\(key) in (\(sorted))" : "\(key) notin (\(sorted))"
        case "Exists", "DoesNotExist":
            try LabelSelector.check(key, values: values, values.isEmpty ? nil : .superfluous(values))
            return `operator` == "Exists" ? key : "!\(key)"
        default:
            throw .unknownOperator(`operator`)
        }
    }
}
