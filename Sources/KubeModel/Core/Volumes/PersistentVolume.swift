/// A piece of storage of the cluster (core/v1 `PersistentVolume`).
package struct PersistentVolume: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var spec: PersistentVolumeSpec
    package var status: PersistentVolumeStatus
}

/// What storage it is: who may have it, and the one source that is set (core/v1 `PersistentVolumeSpec`).
package struct PersistentVolumeSpec: Codable, Sendable, Hashable {
    package var capacity: [String: Quantity]
    package var accessModes: [String]
    package var claimRef: ClaimReference?
    package var persistentVolumeReclaimPolicy: String
    package var storageClassName: String
    package var volumeMode: String?
    package var nodeAffinity: VolumeNodeAffinity?
    package var gcePersistentDisk: GCEPersistentDiskVolumeSource?
    package var awsElasticBlockStore: AWSElasticBlockStoreVolumeSource?
    package var hostPath: HostPathVolumeSource?
    package var glusterfs: GlusterfsPersistentVolumeSource?
    package var nfs: NFSVolumeSource?
    package var rbd: PersistentSource<RBDVolumeSource>?
    package var iscsi: PersistentSource<ISCSIVolumeSource>?
    package var cinder: PersistentSource<CinderVolumeSource>?
    package var cephfs: PersistentSource<CephFSVolumeSource>?
    package var fc: FCVolumeSource?
    package var flocker: FlockerVolumeSource?
    package var flexVolume: PersistentSource<FlexVolumeSource>?
    package var azureFile: AzureFilePersistentVolumeSource?
    package var vsphereVolume: VsphereVirtualDiskVolumeSource?
    package var quobyte: QuobyteVolumeSource?
    package var azureDisk: AzureDiskVolumeSource?
    package var photonPersistentDisk: PhotonPersistentDiskVolumeSource?
    package var portworxVolume: PortworxVolumeSource?
    package var scaleIO: PersistentSource<ScaleIOVolumeSource>?
    package var local: LocalVolumeSource?
    package var storageos: StorageOSVolumeSource?
    package var csi: CSIPersistentVolumeSource?
}

/// The claim that has the volume (core/v1 `ObjectReference`).
package struct ClaimReference: Codable, Sendable, Hashable {
    package var namespace: String
    package var name: String
}

/// From which nodes the volume can be reached (core/v1 `VolumeNodeAffinity`).
package struct VolumeNodeAffinity: Codable, Sendable, Hashable {
    package var required: NodeSelector?
}

/// What the volume is at the moment (core/v1 `PersistentVolumeStatus`).
package struct PersistentVolumeStatus: Codable, Sendable, Hashable {
    package var phase: String
    package var message: String
}
