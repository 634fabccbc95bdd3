import KubeModel

/// Disks and shares of clouds. Where `secret` is given, it stands for the reference to a secret.
extension VolumeSummary {
    init(_ source: GCEPersistentDiskVolumeSource) {
        self.init(
            "GCEPersistentDisk (a Persistent Disk resource in Google Compute Engine)",
            [
                ("PDName:", source.pdName), ("FSType:", source.fsType), ("Partition:", source.partition),
                ("ReadOnly:", source.readOnly),
            ])
    }

    init(_ source: AWSElasticBlockStoreVolumeSource) {
        self.init(
            "AWSElasticBlockStore (a Persistent Disk resource in AWS)",
            [
                ("VolumeID:", source.volumeID), ("FSType:", source.fsType), ("Partition:", source.partition),
                ("ReadOnly:", source.readOnly),
            ])
    }

    init(_ source: AzureDiskVolumeSource) {
        self.init(
            "AzureDisk (an Azure Data Disk mount on the host and bind mount to the pod)",
            [
                ("DiskName:", source.diskName), ("DiskURI:", source.diskURI), ("Kind: ", source.kind ?? ""),
                ("FSType:", source.fsType ?? ""), ("CachingMode:", source.cachingMode ?? ""),
                ("ReadOnly:", source.readOnly ?? false),
            ])
    }

    init(_ source: AzureFileVolumeSource) {
        self.init(
            "AzureFile (an Azure File Service mount on the host and bind mount to the pod)",
            [
                ("SecretName:", source.secretName), ("ShareName:", source.shareName),
                ("ReadOnly:", source.readOnly),
            ])
    }

    init(_ source: VsphereVirtualDiskVolumeSource) {
        self.init(
            "vSphereVolume (a Persistent Disk resource in vSphere)",
            [
                ("VolumePath:", source.volumePath), ("FSType:", source.fsType),
                ("StoragePolicyName:", source.storagePolicyName),
            ])
    }

    init(_ source: CinderVolumeSource, secret: String? = nil) {
        self.init(
            "Cinder (a Persistent Disk resource in OpenStack)",
            [
                ("VolumeID:", source.volumeID), ("FSType:", source.fsType), ("ReadOnly:", source.readOnly),
                ("SecretRef:", secret ?? source.secretRef.goText),
            ])
    }

    init(_ source: PhotonPersistentDiskVolumeSource) {
        self.init(
            "PhotonPersistentDisk (a Persistent Disk resource in photon platform)",
            [("PdID:", source.pdID), ("FSType:", source.fsType)])
    }
}
