import KubeModel

extension VolumeSummary {
    /// The summary of a pod's volume whose source is told by nothing but fields; nil for other volumes.
    ///
    /// Of several sources, which no server accepts, the one that kubectl looks for first counts.
    init?(_ volume: Volume) {
        if let source = volume.hostPath {
            self.init(source)
        } else if let source = volume.emptyDir {
            self.init(source)
        } else if let source = volume.gitRepo {
            self.init(source)
        } else if let source = volume.secret {
            self.init(source)
        } else if let source = volume.configMap {
            self.init(source)
        } else if let source = volume.image {
            self.init(source)
        } else if let source = volume.gcePersistentDisk {
            self.init(source)
        } else if let source = volume.awsElasticBlockStore {
            self.init(source)
        } else if let source = volume.azureDisk {
            self.init(source)
        } else if let source = volume.azureFile {
            self.init(source)
        } else if let source = volume.vsphereVolume {
            self.init(source)
        } else if let source = volume.cinder {
            self.init(source)
        } else if let source = volume.photonPersistentDisk {
            self.init(source)
        } else if let source = volume.nfs {
            self.init(source)
        } else if let source = volume.glusterfs {
            self.init(source)
        } else if let source = volume.quobyte {
            self.init(source)
        } else if let source = volume.cephfs {
            self.init(source)
        } else if let source = volume.persistentVolumeClaim {
            self.init(source)
        } else if let source = volume.iscsi {
            self.init(source)
        } else if let source = volume.rbd {
            self.init(source)
        } else if let source = volume.fc {
            self.init(source)
        } else if let source = volume.scaleIO {
            self.init(source)
        } else if let source = volume.portworxVolume {
            self.init(source)
        } else if let source = volume.storageos {
            self.init(source)
        } else if let source = volume.flexVolume {
            self.init(source)
        } else if let source = volume.flocker {
            self.init(source)
        } else {
            return nil
        }
    }
}
