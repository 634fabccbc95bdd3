package import JSONModel

/// Devices of a node that pods can claim (resource.k8s.io/v1 `ResourceSlice`), as far as they are counted.
package struct ResourceSlice: Decodable, Sendable, Hashable {
    /// Which devices, from whom (`ResourceSliceSpec`).
    package struct Spec: Decodable, Sendable, Hashable {
        package var driver: String
        package var pool: Pool
        /// The devices as the server tells of them.
        package var devices: [JSONValue]
    }

    /// The pool that devices belong to (`ResourcePool`).
    package struct Pool: Decodable, Sendable, Hashable {
        package var name: String
    }

    package var metadata: ObjectMeta
    package var spec: Spec
}
