extension BuiltInStructures {
    /// The structures of k8s.io/api/storage.
    static let storage: [BuiltInTable] = [
        BuiltInTable(
            key: "storage/v1", group: "storage.k8s.io", version: "v1",
            text: """
                *CSIDriver: metadata=meta.ObjectMeta spec=CSIDriverSpec
                CSIDriverSpec: volumeLifecycleModes=[ tokenRequests=[TokenRequest
                *CSINode: metadata=meta.ObjectMeta spec=CSINodeSpec
                CSINodeDriver: topologyKeys=[ allocatable=VolumeNodeResources
                CSINodeSpec: drivers=[CSINodeDriver/merge/name
                *CSIStorageCapacity: metadata=meta.ObjectMeta nodeTopology=meta.LabelSelector
                *StorageClass: metadata=meta.ObjectMeta parameters={ mountOptions=[
                  allowedTopologies=[core/v1.TopologySelectorTerm
                TokenRequest:
                *VolumeAttachment: metadata=meta.ObjectMeta spec=VolumeAttachmentSpec status=VolumeAttachmentStatus
                VolumeAttachmentSource: inlineVolumeSpec=core/v1.PersistentVolumeSpec
                VolumeAttachmentSpec: source=VolumeAttachmentSource
                VolumeAttachmentStatus: attachmentMetadata={ attachError=VolumeError detachError=VolumeError
                *VolumeAttributesClass: metadata=meta.ObjectMeta parameters={
                VolumeError:
                VolumeNodeResources:
                """),
        BuiltInTable(
            key: "storage/v1alpha1", group: "storage.k8s.io", version: "v1alpha1",
            text: """
                *CSIStorageCapacity: metadata=meta.ObjectMeta nodeTopology=meta.LabelSelector
                *VolumeAttachment: metadata=meta.ObjectMeta spec=VolumeAttachmentSpec status=VolumeAttachmentStatus
                VolumeAttachmentSource: inlineVolumeSpec=core/v1.PersistentVolumeSpec
                VolumeAttachmentSpec: source=VolumeAttachmentSource
                VolumeAttachmentStatus: attachmentMetadata={ attachError=VolumeError detachError=VolumeError
                *VolumeAttributesClass: metadata=meta.ObjectMeta parameters={
                VolumeError:
                """),
        BuiltInTable(
            key: "storage/v1beta1", group: "storage.k8s.io", version: "v1beta1",
            text: """
                *CSIDriver: metadata=meta.ObjectMeta spec=CSIDriverSpec
                CSIDriverSpec: volumeLifecycleModes=[ tokenRequests=[TokenRequest
                *CSINode: metadata=meta.ObjectMeta spec=CSINodeSpec
                CSINodeDriver: topologyKeys=[ allocatable=VolumeNodeResources
                CSINodeSpec: drivers=[CSINodeDriver/merge/name
                *CSIStorageCapacity: metadata=meta.ObjectMeta nodeTopology=meta.LabelSelector
                *StorageClass: metadata=meta.ObjectMeta parameters={ mountOptions=[
                  allowedTopologies=[core/v1.TopologySelectorTerm
                TokenRequest:
                *VolumeAttachment: metadata=meta.ObjectMeta spec=VolumeAttachmentSpec status=VolumeAttachmentStatus
                VolumeAttachmentSource: inlineVolumeSpec=core/v1.PersistentVolumeSpec
                VolumeAttachmentSpec: source=VolumeAttachmentSource
                VolumeAttachmentStatus: attachmentMetadata={ attachError=VolumeError detachError=VolumeError
                *VolumeAttributesClass: metadata=meta.ObjectMeta parameters={
                VolumeError:
                VolumeNodeResources:
                """),
    ]
}
