import KubeModel

extension VolumeSummary {
    /// The summary of a disk or share of a cloud; nil for other volumes.
    static func cloud(_ volume: Volume) -> VolumeSummary? {
        if let source = volume.gcePersistentDisk {
            return VolumeSummary(
                "GCEPersistentDisk (a Persistent Disk resource in Google Compute Engine)",
                [
                    ("PDName:", source.pdName), ("FSType:", source.fsType), ("Partition:", source.partition),
                    ("ReadOnly:", source.readOnly),
                ])
        }
        if let source = volume.awsElasticBlockStore {
            return VolumeSummary(
                "AWSElasticBlockStore (a Persistent Disk resource in AWS)",
                [
                    ("VolumeID:", source.volumeID), ("FSType:", source.fsType), ("Partition:", source.partition),
                    ("ReadOnly:", source.readOnly),
                ])
        }
        if let source = volume.azureDisk {
            return VolumeSummary(
                "AzureDisk (an Azure Data Disk mount on the host and bind mount to the pod)",
                [
                    ("DiskName:", source.diskName), ("DiskURI:", source.diskURI), ("Kind: ", source.kind ?? ""),
                    ("FSType:", source.fsType ?? ""), ("CachingMode:", source.cachingMode ?? ""),
                    ("ReadOnly:", source.readOnly ?? false),
                ])
        }
        if let source = volume.azureFile {
            return VolumeSummary(
                "AzureFile (an Azure File Service mount on the host and bind mount to the pod)",
                [
                    ("SecretName:", source.secretName), ("ShareName:", source.shareName),
                    ("ReadOnly:", source.readOnly),
                ])
        }
        if let source = volume.vsphereVolume {
            return VolumeSummary(
                "vSphereVolume (a Persistent Disk resource in vSphere)",
                [
                    ("VolumePath:", source.volumePath), ("FSType:", source.fsType),
                    ("StoragePolicyName:", source.storagePolicyName),
                ])
        }
        if let source = volume.cinder {
            return VolumeSummary(
                "Cinder (a Persistent Disk resource in OpenStack)",
                [
                    ("VolumeID:", source.volumeID), ("FSType:", source.fsType), ("ReadOnly:", source.readOnly),
                    ("SecretRef:", source.secretRef.goText),
                ])
        }
        if let source = volume.photonPersistentDisk {
            return VolumeSummary(
                "PhotonPersistentDisk (a Persistent Disk resource in photon platform)",
                [("PdID:", source.pdID), ("FSType:", source.fsType)])
        }
        return nil
    }
}
