import KubeModel

extension VolumeSummary {
    /// The summary of storage in the network; nil for other volumes.
    static func network(_ volume: Volume) -> VolumeSummary? {
        fileSystem(volume) ?? blockDevice(volume) ?? driver(volume)
    }

    private static func fileSystem(_ volume: Volume) -> VolumeSummary? {
        if let source = volume.nfs {
            return VolumeSummary(
                "NFS (an NFS mount that lasts the lifetime of a pod)",
                [("Server:", source.server), ("Path:", source.path), ("ReadOnly:", source.readOnly)])
        }
        if let source = volume.glusterfs {
            return VolumeSummary(
                "Glusterfs (a Glusterfs mount on the host that shares a pod's lifetime)",
                [("EndpointsName:", source.endpoints), ("Path:", source.path), ("ReadOnly:", source.readOnly)])
        }
        if let source = volume.quobyte {
            return VolumeSummary(
                "Quobyte (a Quobyte mount on the host that shares a pod's lifetime)",
                [("Registry:", source.registry), ("Volume:", source.volume), ("ReadOnly:", source.readOnly)])
        }
        if let source = volume.cephfs {
            return VolumeSummary(
                "CephFS (a CephFS mount on the host that shares a pod's lifetime)",
                [
                    ("Monitors:", source.monitors.goText), ("Path:", source.path), ("User:", source.user),
                    ("SecretFile:", source.secretFile), ("SecretRef:", source.secretRef.goText),
                    ("ReadOnly:", source.readOnly),
                ])
        }
        if let source = volume.persistentVolumeClaim {
            return VolumeSummary(
                "PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)",
                [("ClaimName:", source.claimName), ("ReadOnly:", source.readOnly)])
        }
        return nil
    }

    private static func blockDevice(_ volume: Volume) -> VolumeSummary? {
        if let source = volume.iscsi {
            return VolumeSummary(
                "ISCSI (an ISCSI Disk resource that is attached to a kubelet's host machine and then exposed to the pod)",
                [
                    ("TargetPortal:", source.targetPortal), ("IQN:", source.iqn), ("Lun:", source.lun),
                    ("ISCSIInterface", source.iscsiInterface), ("FSType:", source.fsType),
                    ("ReadOnly:", source.readOnly), ("Portals:", source.portals.goText),
                    ("DiscoveryCHAPAuth:", source.chapAuthDiscovery), ("SessionCHAPAuth:", source.chapAuthSession),
                    ("SecretRef:", source.secretRef.goText), ("InitiatorName:", source.initiatorName ?? "<none>"),
                ])
        }
        if let source = volume.rbd {
            return VolumeSummary(
                "RBD (a Rados Block Device mount on the host that shares a pod's lifetime)",
                [
                    ("CephMonitors:", source.monitors.goText), ("RBDImage:", source.image),
                    ("FSType:", source.fsType), ("RBDPool:", source.pool), ("RadosUser:", source.user),
                    ("Keyring:", source.keyring), ("SecretRef:", source.secretRef.goText),
                    ("ReadOnly:", source.readOnly),
                ])
        }
        if let source = volume.fc {
            return VolumeSummary(
                "FC (a Fibre Channel disk)",
                [
                    ("TargetWWNs:", source.targetWWNs.joined(separator: ", ")),
                    ("LUN:", source.lun.map(String.init) ?? "<none>"), ("FSType:", source.fsType),
                    ("ReadOnly:", source.readOnly),
                ])
        }
        if let source = volume.scaleIO {
            return VolumeSummary(
                "ScaleIO (a persistent volume backed by a block device in ScaleIO)",
                [
                    ("Gateway:", source.gateway), ("System:", source.system),
                    ("Protection Domain:", source.protectionDomain), ("Storage Pool:", source.storagePool),
                    ("Storage Mode:", source.storageMode), ("VolumeName:", source.volumeName),
                    ("FSType:", source.fsType), ("ReadOnly:", source.readOnly),
                ])
        }
        return nil
    }

    private static func driver(_ volume: Volume) -> VolumeSummary? {
        if let source = volume.portworxVolume {
            return VolumeSummary("PortworxVolume (a Portworx Volume resource)", [("VolumeID:", source.volumeID)])
        }
        if let source = volume.storageos {
            return VolumeSummary(
                "StorageOS (a StorageOS Persistent Disk resource)",
                [
                    ("VolumeName:", source.volumeName), ("VolumeNamespace:", source.volumeNamespace),
                    ("FSType:", source.fsType), ("ReadOnly:", source.readOnly),
                ])
        }
        if let source = volume.flexVolume {
            return VolumeSummary(
                "FlexVolume (a generic volume resource that is provisioned/attached using an exec based plugin)",
                [
                    ("Driver:", source.driver), ("FSType:", source.fsType), ("SecretRef:", source.secretRef.goText),
                    ("ReadOnly:", source.readOnly), ("Options:", source.options.goText),
                ])
        }
        if let source = volume.flocker {
            return VolumeSummary(
                "Flocker (a Flocker volume mounted by the Flocker agent)",
                [("DatasetName:", source.datasetName), ("DatasetUUID:", source.datasetUUID)])
        }
        return nil
    }
}
