/// Files from several sources in one folder (core/v1 `ProjectedVolumeSource`).
package struct ProjectedVolumeSource: Codable, Sendable, Hashable {
    package var sources: [VolumeProjection]
    package var defaultMode: Int32?
}

/// One source of a projected volume; one member is set (core/v1 `VolumeProjection`).
package struct VolumeProjection: Codable, Sendable, Hashable {
    package var secret: SecretProjection?
    package var downwardAPI: DownwardAPIProjection?
    package var configMap: ConfigMapProjection?
    package var serviceAccountToken: ServiceAccountTokenProjection?
}

/// Keys of a secret in a projected volume (core/v1 `SecretProjection`).
package struct SecretProjection: Codable, Sendable, Hashable {
    package var name: String
    package var items: [KeyToPath]
    package var optional: Bool?
}

/// Keys of a config map in a projected volume (core/v1 `ConfigMapProjection`).
package struct ConfigMapProjection: Codable, Sendable, Hashable {
    package var name: String
    package var items: [KeyToPath]
    package var optional: Bool?
}

/// Fields of the pod in a projected volume (core/v1 `DownwardAPIProjection`).
package struct DownwardAPIProjection: Codable, Sendable, Hashable {
    package var items: [DownwardAPIVolumeFile]
}

/// A token in a projected volume (core/v1 `ServiceAccountTokenProjection`).
package struct ServiceAccountTokenProjection: Codable, Sendable, Hashable {
    package var audience: String
    package var expirationSeconds: Int64?
    package var path: String
}
