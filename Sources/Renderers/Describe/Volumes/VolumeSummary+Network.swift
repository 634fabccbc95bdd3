import KubeModel

/// Storage in the network. Where `secret` is given, it stands for the reference to a secret.
extension VolumeSummary {
    init(_ source: NFSVolumeSource) {
        self.init(
            "NFS (an NFS mount that lasts the lifetime of a pod)",
            [("Server:", source.server), ("Path:", source.path), ("ReadOnly:", source.readOnly)])
    }

    init(_ source: GlusterfsVolumeSource) {
        self.init(
            "Glusterfs (a Glusterfs mount on the host that shares a pod's lifetime)",
            [("EndpointsName:", source.endpoints), ("Path:", source.path), ("ReadOnly:", source.readOnly)])
    }

    init(_ source: QuobyteVolumeSource) {
        self.init(
            "Quobyte (a Quobyte mount on the host that shares a pod's lifetime)",
            [("Registry:", source.registry), ("Volume:", source.volume), ("ReadOnly:", source.readOnly)])
    }

    init(_ source: CephFSVolumeSource, secret: String? = nil) {
        self.init(
            "CephFS (a CephFS mount on the host that shares a pod's lifetime)",
            [
                ("Monitors:", source.monitors.goText), ("Path:", source.path), ("User:", source.user),
                ("SecretFile:", source.secretFile), ("SecretRef:", secret ?? source.secretRef.goText),
                ("ReadOnly:", source.readOnly),
            ])
    }

    init(_ source: ISCSIVolumeSource, secret: String? = nil) {
        self.init(
            "ISCSI (an ISCSI Disk resource that is attached to a kubelet's host machine and then exposed to the pod)",
            [
                ("TargetPortal:", source.targetPortal), ("IQN:", source.iqn), ("Lun:", source.lun),
                ("ISCSIInterface", source.iscsiInterface), ("FSType:", source.fsType),
                ("ReadOnly:", source.readOnly), ("Portals:", source.portals.goText),
                ("DiscoveryCHAPAuth:", source.chapAuthDiscovery), ("SessionCHAPAuth:", source.chapAuthSession),
                ("SecretRef:", secret ?? source.secretRef.goText), ("InitiatorName:", source.initiatorName ?? "<none>"),
            ])
    }

    init(_ source: RBDVolumeSource, secret: String? = nil) {
        self.init(
            "RBD (a Rados Block Device mount on the host that shares a pod's lifetime)",
            [
                ("CephMonitors:", source.monitors.goText), ("RBDImage:", source.image),
                ("FSType:", source.fsType), ("RBDPool:", source.pool), ("RadosUser:", source.user),
                ("Keyring:", source.keyring), ("SecretRef:", secret ?? source.secretRef.goText),
                ("ReadOnly:", source.readOnly),
            ])
    }

    init(_ source: FCVolumeSource) {
        self.init(
            "FC (a Fibre Channel disk)",
            [
                ("TargetWWNs:", source.targetWWNs.joined(separator: ", ")),
                ("LUN:", source.lun.map(String.init) ?? "<none>"), ("FSType:", source.fsType),
                ("ReadOnly:", source.readOnly),
            ])
    }

    init(_ source: ScaleIOVolumeSource) {
        self.init(
            "ScaleIO (a persistent volume backed by a block device in ScaleIO)",
            [
                ("Gateway:", source.gateway), ("System:", source.system),
                ("Protection Domain:", source.protectionDomain), ("Storage Pool:", source.storagePool),
                ("Storage Mode:", source.storageMode), ("VolumeName:", source.volumeName),
                ("FSType:", source.fsType), ("ReadOnly:", source.readOnly),
            ])
    }

    init(_ source: PortworxVolumeSource) {
        self.init("PortworxVolume (a Portworx Volume resource)", [("VolumeID:", source.volumeID)])
    }

    init(_ source: StorageOSVolumeSource) {
        self.init(
            "StorageOS (a StorageOS Persistent Disk resource)",
            [
                ("VolumeName:", source.volumeName), ("VolumeNamespace:", source.volumeNamespace),
                ("FSType:", source.fsType), ("ReadOnly:", source.readOnly),
            ])
    }

    init(_ source: FlexVolumeSource, secret: String? = nil) {
        self.init(
            "FlexVolume (a generic volume resource that is provisioned/attached using an exec based plugin)",
            [
                ("Driver:", source.driver), ("FSType:", source.fsType),
                ("SecretRef:", secret ?? source.secretRef.goText),
                ("ReadOnly:", source.readOnly), ("Options:", source.options.goText),
            ])
    }

    init(_ source: FlockerVolumeSource) {
        self.init(
            "Flocker (a Flocker volume mounted by the Flocker agent)",
            [("DatasetName:", source.datasetName), ("DatasetUUID:", source.datasetUUID)])
    }
}
