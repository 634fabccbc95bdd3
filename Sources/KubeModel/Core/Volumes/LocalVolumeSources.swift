/// A file or folder of the node (core/v1 `HostPathVolumeSource`).
package struct HostPathVolumeSource: Codable, Sendable, Hashable {
    package var path: String
    package var type: String?
}

/// A folder that lives as long as its pod (core/v1 `EmptyDirVolumeSource`).
package struct EmptyDirVolumeSource: Codable, Sendable, Hashable {
    package var medium: String
    package var sizeLimit: Quantity?
}

/// A checkout of a repository (core/v1 `GitRepoVolumeSource`).
package struct GitRepoVolumeSource: Codable, Sendable, Hashable {
    package var repository: String
    package var revision: String
    package var directory: String
}

/// The files of an OCI image (core/v1 `ImageVolumeSource`).
package struct ImageVolumeSource: Codable, Sendable, Hashable {
    package var reference: String
    package var pullPolicy: String
}

/// A key and the file it becomes (core/v1 `KeyToPath`).
package struct KeyToPath: Codable, Sendable, Hashable {
    package var key: String
    package var path: String
    package var mode: Int32?
}

/// The keys of a secret as files (core/v1 `SecretVolumeSource`).
package struct SecretVolumeSource: Codable, Sendable, Hashable {
    package var secretName: String
    package var items: [KeyToPath]
    package var defaultMode: Int32?
    package var optional: Bool?
}

/// The keys of a config map as files (core/v1 `ConfigMapVolumeSource`).
package struct ConfigMapVolumeSource: Codable, Sendable, Hashable {
    package var name: String
    package var items: [KeyToPath]
    package var defaultMode: Int32?
    package var optional: Bool?
}

/// Fields of the pod as files (core/v1 `DownwardAPIVolumeSource`).
package struct DownwardAPIVolumeSource: Codable, Sendable, Hashable {
    package var items: [DownwardAPIVolumeFile]
    package var defaultMode: Int32?
}

/// A field of the pod and the file it becomes (core/v1 `DownwardAPIVolumeFile`).
package struct DownwardAPIVolumeFile: Codable, Sendable, Hashable {
    package var path: String
    package var fieldRef: ObjectFieldSelector?
    package var resourceFieldRef: ResourceFieldSelector?
    package var mode: Int32?
}
