import KubeModel

extension VolumeSummary {
    /// The summary of a volume of the cluster; nil for those of CSI drivers and unknown sources.
    init?(_ volume: PersistentVolumeSpec) {
        if let source = volume.hostPath {
            self.init(source)
        } else if let source = volume.gcePersistentDisk {
            self.init(source)
        } else if let source = volume.awsElasticBlockStore {
            self.init(source)
        } else if let source = volume.nfs {
            self.init(source)
        } else if let source = volume.iscsi {
            self.init(source.source, secret: source.secretRef.goText)
        } else if let source = volume.glusterfs {
            self.init(source)
        } else if let source = volume.rbd {
            self.init(source.source, secret: source.secretRef.goText)
        } else if let source = volume.quobyte {
            self.init(source)
        } else if let source = volume.vsphereVolume {
            self.init(source)
        } else if let source = volume.cinder {
            self.init(source.source, secret: source.secretRef.goText)
        } else if let source = volume.azureDisk {
            self.init(source)
        } else if let source = volume.photonPersistentDisk {
            self.init(source)
        } else if let source = volume.portworxVolume {
            self.init(source)
        } else if let source = volume.scaleIO {
            self.init(source)
        } else if let source = volume.local {
            self.init(source)
        } else if let source = volume.cephfs {
            self.init(source.source, secret: source.secretRef.goText)
        } else if let source = volume.storageos {
            self.init(source)
        } else if let source = volume.fc {
            self.init(source)
        } else if let source = volume.azureFile {
            self.init(source)
        } else if let source = volume.flexVolume {
            self.init(source.source, secret: source.secretRef.goText)
        } else if let source = volume.flocker {
            self.init(source)
        } else {
            return nil
        }
    }

    private init(_ source: LocalVolumeSource) {
        self.init("LocalVolume (a persistent volume backed by local storage on a node)", [("Path:", source.path)])
    }

    private init(_ source: GlusterfsPersistentVolumeSource) {
        self.init(
            "Glusterfs (a Glusterfs mount on the host that shares a pod's lifetime)",
            [
                ("EndpointsName:", source.endpoints), ("EndpointsNamespace:", source.endpointsNamespace ?? "<unset>"),
                ("Path:", source.path), ("ReadOnly:", source.readOnly),
            ])
    }

    private init(_ source: AzureFilePersistentVolumeSource) {
        self.init(
            "AzureFile (an Azure File Service mount on the host and bind mount to the pod)",
            [
                ("SecretName:", source.secretName), ("SecretNamespace:", source.secretNamespace ?? ""),
                ("ShareName:", source.shareName), ("ReadOnly:", source.readOnly),
            ])
    }

    private init(_ volume: PersistentSource<ScaleIOVolumeSource>) {
        let source = volume.source
        self.init(
            "ScaleIO (a persistent volume backed by a block device in ScaleIO)",
            [
                ("Gateway:", source.gateway), ("System:", source.system),
                ("Protection Domain:", source.protectionDomain), ("Storage Pool:", source.storagePool),
                ("Storage Mode:", source.storageMode), ("VolumeName:", source.volumeName),
                ("SecretName:", volume.secretRef?.name ?? ""),
                ("SecretNamespace:", volume.secretRef?.namespace ?? ""), ("FSType:", source.fsType),
                ("ReadOnly:", source.readOnly),
            ])
    }
}

extension SecretReference? {
    /// The reference as Go prints a pointer to one.
    fileprivate var goText: String {
        map { "&SecretReference{Name:\($0.name),Namespace:\($0.namespace),}" } ?? "nil"
    }
}
