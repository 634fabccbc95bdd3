/// A disk of Google Compute Engine (core/v1 `GCEPersistentDiskVolumeSource`).
package struct GCEPersistentDiskVolumeSource: Codable, Sendable, Hashable {
    package var pdName: String
    package var fsType: String
    package var partition: Int32
    package var readOnly: Bool
}

/// A disk of Amazon Web Services (core/v1 `AWSElasticBlockStoreVolumeSource`).
package struct AWSElasticBlockStoreVolumeSource: Codable, Sendable, Hashable {
    package var volumeID: String
    package var fsType: String
    package var partition: Int32
    package var readOnly: Bool
}

/// A disk of Azure (core/v1 `AzureDiskVolumeSource`).
package struct AzureDiskVolumeSource: Codable, Sendable, Hashable {
    package var diskName: String
    package var diskURI: String
    package var cachingMode: String?
    package var fsType: String?
    package var readOnly: Bool?
    package var kind: String?
}

/// A file share of Azure (core/v1 `AzureFileVolumeSource`).
package struct AzureFileVolumeSource: Codable, Sendable, Hashable {
    package var secretName: String
    package var shareName: String
    package var readOnly: Bool
}

/// A disk of vSphere (core/v1 `VsphereVirtualDiskVolumeSource`).
package struct VsphereVirtualDiskVolumeSource: Codable, Sendable, Hashable {
    package var volumePath: String
    package var fsType: String
    package var storagePolicyName: String
    package var storagePolicyID: String
}

/// A disk of OpenStack (core/v1 `CinderVolumeSource`).
package struct CinderVolumeSource: Codable, Sendable, Hashable {
    package var volumeID: String
    package var fsType: String
    package var readOnly: Bool
    package var secretRef: LocalObjectReference?
}

/// A disk of Photon (core/v1 `PhotonPersistentDiskVolumeSource`).
package struct PhotonPersistentDiskVolumeSource: Codable, Sendable, Hashable {
    package var pdID: String
    package var fsType: String
}
