/// A choice of objects by their labels, as objects carry it (meta/v1 `LabelSelector`).
package struct LabelSelector: Codable, Sendable, Hashable {
    /// Labels that must be there with these values.
    package var matchLabels: [String: String]
    package var matchExpressions: [LabelSelectorRequirement]
}

/// What a label has to be, as objects carry it (meta/v1 `LabelSelectorRequirement`).
package struct LabelSelectorRequirement: Codable, Sendable, Hashable {
    package var key: String
    /// "In", "NotIn", "Exists" or "DoesNotExist".
    package var `operator`: String
    package var values: [String]
}
