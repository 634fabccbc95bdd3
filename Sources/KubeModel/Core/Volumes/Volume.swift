/// A volume of a pod: its name, and the one source that is set (core/v1 `Volume`).
package struct Volume: Codable, Sendable, Hashable {
    package var name: String
    package var hostPath: HostPathVolumeSource?
    package var emptyDir: EmptyDirVolumeSource?
    package var gcePersistentDisk: GCEPersistentDiskVolumeSource?
    package var awsElasticBlockStore: AWSElasticBlockStoreVolumeSource?
    package var gitRepo: GitRepoVolumeSource?
    package var secret: SecretVolumeSource?
    package var nfs: NFSVolumeSource?
    package var iscsi: ISCSIVolumeSource?
    package var glusterfs: GlusterfsVolumeSource?
    package var persistentVolumeClaim: PersistentVolumeClaimVolumeSource?
    package var rbd: RBDVolumeSource?
    package var flexVolume: FlexVolumeSource?
    package var cinder: CinderVolumeSource?
    package var cephfs: CephFSVolumeSource?
    package var flocker: FlockerVolumeSource?
    package var downwardAPI: DownwardAPIVolumeSource?
    package var fc: FCVolumeSource?
    package var azureFile: AzureFileVolumeSource?
    package var configMap: ConfigMapVolumeSource?
    package var vsphereVolume: VsphereVirtualDiskVolumeSource?
    package var quobyte: QuobyteVolumeSource?
    package var azureDisk: AzureDiskVolumeSource?
    package var photonPersistentDisk: PhotonPersistentDiskVolumeSource?
    package var projected: ProjectedVolumeSource?
    package var portworxVolume: PortworxVolumeSource?
    package var scaleIO: ScaleIOVolumeSource?
    package var storageos: StorageOSVolumeSource?
    package var csi: CSIVolumeSource?
    package var ephemeral: EphemeralVolumeSource?
    package var image: ImageVolumeSource?
}
