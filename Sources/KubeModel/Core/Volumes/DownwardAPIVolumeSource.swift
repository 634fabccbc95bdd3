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
