/// One aspect of an object's state (meta/v1 `Condition`).
package struct Condition: Codable, Sendable, Hashable {
    package var type: String
    package var status: String
    package var lastTransitionTime: Timestamp
    package var reason: String
    package var message: String
}
