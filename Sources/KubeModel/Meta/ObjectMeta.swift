/// The metadata every object has (meta/v1 `ObjectMeta`), without the managed fields.
package struct ObjectMeta: Codable, Sendable, Hashable {
    package var name: String
    package var generateName: String
    package var namespace: String
    package var uid: String
    package var resourceVersion: String
    package var generation: Int64
    package var creationTimestamp: Timestamp
    /// When the object was asked to go away, or will be gone; nil while it stays.
    package var deletionTimestamp: Timestamp?
    package var deletionGracePeriodSeconds: Int64?
    package var labels: [String: String]
    package var annotations: [String: String]
    package var ownerReferences: [OwnerReference]
    package var finalizers: [String]

    /// The owner that manages the object; nil where there is none.
    package var controller: OwnerReference? {
        ownerReferences.first { $0.controller == true }
    }
}
