/// A source of a cluster's volume that is like that of a pod's, but whose secret may be of any namespace (core/v1
/// `ISCSIPersistentVolumeSource` and others).
package struct PersistentSource<Source: Codable & Sendable & Hashable>: Codable, Sendable, Hashable {
    private enum CodingKeys: String, CodingKey {
        case secretRef
    }

    package var source: Source
    package var secretRef: SecretReference?

    package init(from decoder: any Decoder) throws {
        source = try Source(from: decoder)
        secretRef = try decoder.container(keyedBy: CodingKeys.self)
            .decodeIfPresent(SecretReference.self, forKey: .secretRef)
    }

    package func encode(to encoder: any Encoder) throws {
        try source.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(secretRef, forKey: .secretRef)
    }
}

/// The name of a secret of any namespace (core/v1 `SecretReference`).
package struct SecretReference: Codable, Sendable, Hashable {
    package var name: String
    package var namespace: String
}

/// A folder or disk of a node (core/v1 `LocalVolumeSource`).
package struct LocalVolumeSource: Codable, Sendable, Hashable {
    package var path: String
}

/// A Gluster file system (core/v1 `GlusterfsPersistentVolumeSource`).
package struct GlusterfsPersistentVolumeSource: Codable, Sendable, Hashable {
    package var endpoints: String
    package var endpointsNamespace: String?
    package var path: String
    package var readOnly: Bool
}

/// A file share of Azure (core/v1 `AzureFilePersistentVolumeSource`).
package struct AzureFilePersistentVolumeSource: Codable, Sendable, Hashable {
    package var secretName: String
    package var secretNamespace: String?
    package var shareName: String
    package var readOnly: Bool
}

/// A volume of a CSI driver (core/v1 `CSIPersistentVolumeSource`).
package struct CSIPersistentVolumeSource: Codable, Sendable, Hashable {
    package var driver: String
    package var volumeHandle: String
    package var readOnly: Bool
    package var fsType: String
    package var volumeAttributes: [String: String]
}
