/// An object that another one belongs to (meta/v1 `OwnerReference`).
package struct OwnerReference: Codable, Sendable, Hashable {
    package var apiVersion: String
    package var kind: String
    package var name: String
    package var uid: String
    /// Whether this owner manages the object.
    package var controller: Bool?
    package var blockOwnerDeletion: Bool?
}
