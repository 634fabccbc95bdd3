/// A choice of nodes: those that meet any of the terms (core/v1 `NodeSelector`).
package struct NodeSelector: Codable, Sendable, Hashable {
    package var nodeSelectorTerms: [NodeSelectorTerm]
}

/// Requirements all of which a node meets (core/v1 `NodeSelectorTerm`).
package struct NodeSelectorTerm: Codable, Sendable, Hashable {
    package var matchExpressions: [NodeSelectorRequirement]
    package var matchFields: [NodeSelectorRequirement]
}

/// What a label or field of a node has to be (core/v1 `NodeSelectorRequirement`).
package struct NodeSelectorRequirement: Codable, Sendable, Hashable {
    package var key: String
    package var `operator`: String
    package var values: [String]
}
