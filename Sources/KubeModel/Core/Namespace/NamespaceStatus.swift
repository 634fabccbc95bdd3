/// What keeps a namespace alive (core/v1 `NamespaceSpec`).
package struct NamespaceSpec: Codable, Sendable, Hashable {
    package var finalizers: [String]
}

/// What a namespace is at the moment (core/v1 `NamespaceStatus`).
package struct NamespaceStatus: Codable, Sendable, Hashable {
    package var phase: String
    package var conditions: [Condition]
}
