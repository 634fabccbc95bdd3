/// The limits of single objects (core/v1 `LimitRangeSpec`).
package struct LimitRangeSpec: Codable, Sendable, Hashable {
    package var limits: [LimitRangeItem]
}

/// The limits of one kind of object (core/v1 `LimitRangeItem`).
package struct LimitRangeItem: Codable, Sendable, Hashable {
    package var type: String
    package var max: [String: Quantity]
    package var min: [String: Quantity]
    package var `default`: [String: Quantity]
    package var defaultRequest: [String: Quantity]
    package var maxLimitRequestRatio: [String: Quantity]
}
