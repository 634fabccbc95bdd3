/// How much a namespace may use (core/v1 `ResourceQuotaSpec`).
package struct ResourceQuotaSpec: Codable, Sendable, Hashable {
    package var hard: [String: Quantity]
    package var scopes: [String]
    package var scopeSelector: ScopeSelector?
}

/// Which objects a quota counts (core/v1 `ScopeSelector`).
package struct ScopeSelector: Codable, Sendable, Hashable {
    package var matchExpressions: [ScopedResourceSelectorRequirement]
}

/// One scope of a quota (core/v1 `ScopedResourceSelectorRequirement`).
package struct ScopedResourceSelectorRequirement: Codable, Sendable, Hashable {
    package var scopeName: String
    package var `operator`: String
    package var values: [String]
}

/// How much a namespace uses (core/v1 `ResourceQuotaStatus`).
package struct ResourceQuotaStatus: Codable, Sendable, Hashable {
    package var hard: [String: Quantity]
    package var used: [String: Quantity]
}
