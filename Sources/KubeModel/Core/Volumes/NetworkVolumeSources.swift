/// The name of an object of the same namespace (core/v1 `LocalObjectReference`).
package struct LocalObjectReference: Codable, Sendable, Hashable {
    package var name: String
}

/// A folder of an NFS server (core/v1 `NFSVolumeSource`).
package struct NFSVolumeSource: Codable, Sendable, Hashable {
    package var server: String
    package var path: String
    package var readOnly: Bool
}

/// An iSCSI disk (core/v1 `ISCSIVolumeSource`).
package struct ISCSIVolumeSource: Codable, Sendable, Hashable {
    package var targetPortal: String
    package var iqn: String
    package var lun: Int32
    package var iscsiInterface: String
    package var fsType: String
    package var readOnly: Bool
    package var portals: [String]
    package var chapAuthDiscovery: Bool
    package var chapAuthSession: Bool
    package var secretRef: LocalObjectReference?
    package var initiatorName: String?
}

/// A Gluster file system (core/v1 `GlusterfsVolumeSource`).
package struct GlusterfsVolumeSource: Codable, Sendable, Hashable {
    package var endpoints: String
    package var path: String
    package var readOnly: Bool
}

/// A Rados block device (core/v1 `RBDVolumeSource`).
package struct RBDVolumeSource: Codable, Sendable, Hashable {
    package var monitors: [String]
    package var image: String
    package var fsType: String
    package var pool: String
    package var user: String
    package var keyring: String
    package var secretRef: LocalObjectReference?
    package var readOnly: Bool
}

/// A Quobyte volume (core/v1 `QuobyteVolumeSource`).
package struct QuobyteVolumeSource: Codable, Sendable, Hashable {
    package var registry: String
    package var volume: String
    package var readOnly: Bool
    package var user: String
    package var group: String
    package var tenant: String
}

/// A Ceph file system (core/v1 `CephFSVolumeSource`).
package struct CephFSVolumeSource: Codable, Sendable, Hashable {
    package var monitors: [String]
    package var path: String
    package var user: String
    package var secretFile: String
    package var secretRef: LocalObjectReference?
    package var readOnly: Bool
}

/// A Fibre Channel disk (core/v1 `FCVolumeSource`).
package struct FCVolumeSource: Codable, Sendable, Hashable {
    package var targetWWNs: [String]
    package var lun: Int32?
    package var fsType: String
    package var readOnly: Bool
    package var wwids: [String]
}

/// A volume of an external driver (core/v1 `FlexVolumeSource`).
package struct FlexVolumeSource: Codable, Sendable, Hashable {
    package var driver: String
    package var fsType: String
    package var secretRef: LocalObjectReference?
    package var readOnly: Bool
    package var options: [String: String]
}

/// A Flocker dataset (core/v1 `FlockerVolumeSource`).
package struct FlockerVolumeSource: Codable, Sendable, Hashable {
    package var datasetName: String
    package var datasetUUID: String
}

/// A volume of a CSI driver (core/v1 `CSIVolumeSource`).
package struct CSIVolumeSource: Codable, Sendable, Hashable {
    package var driver: String
    package var readOnly: Bool?
    package var fsType: String?
    package var volumeAttributes: [String: String]
    package var nodePublishSecretRef: LocalObjectReference?
}

/// A StorageOS volume (core/v1 `StorageOSVolumeSource`).
package struct StorageOSVolumeSource: Codable, Sendable, Hashable {
    package var volumeName: String
    package var volumeNamespace: String
    package var fsType: String
    package var readOnly: Bool
    package var secretRef: LocalObjectReference?
}

/// A Portworx volume (core/v1 `PortworxVolumeSource`).
package struct PortworxVolumeSource: Codable, Sendable, Hashable {
    package var volumeID: String
    package var fsType: String
    package var readOnly: Bool
}

/// A ScaleIO volume (core/v1 `ScaleIOVolumeSource`).
package struct ScaleIOVolumeSource: Codable, Sendable, Hashable {
    package var gateway: String
    package var system: String
    package var secretRef: LocalObjectReference?
    package var sslEnabled: Bool
    package var protectionDomain: String
    package var storagePool: String
    package var storageMode: String
    package var volumeName: String
    package var fsType: String
    package var readOnly: Bool
}
