import KubeClient
import KubeModel
import Renderers

/// Volumes, claims and what they are made by.
extension DescriptionSource {
    func persistentVolumeDescriber(_ object: DescribedObject) async throws(ClientError) -> PersistentVolumeDescriber {
        async let events = events(of: object, kind: "PersistentVolume")
        let volume: PersistentVolume = try await model(object)
        return PersistentVolumeDescriber(volume: volume, events: await events.about(volume.metadata))
    }

    func persistentVolumeClaimDescriber(
        _ object: DescribedObject
    ) async throws(ClientError) -> PersistentVolumeClaimDescriber {
        async let events = events(of: object, kind: "PersistentVolumeClaim")
        let location = ResourceLocation(
            GroupVersionResource(group: "", version: "v1", resource: "pods"), namespace: object.selected.namespace)
        async let pods = all(Pod.self, at: location, ListQuery())
        let claim: PersistentVolumeClaim = try await model(object)
        return PersistentVolumeClaimDescriber(
            claim: claim, pods: try await pods.get(), events: await events.about(claim.metadata))
    }

    func storageClassDescriber(_ object: DescribedObject) async throws(ClientError) -> StorageClassDescriber {
        async let events = events(of: object, kind: "StorageClass")
        let storageClass: StorageClass = try await model(object)
        return StorageClassDescriber(storageClass: storageClass, events: await events.about(storageClass.metadata))
    }

    func csiNodeDescriber(_ object: DescribedObject) async throws(ClientError) -> CSINodeDescriber {
        async let events = events(of: object, kind: "CSINode")
        let node: CSINode = try await model(object)
        return CSINodeDescriber(node: node, events: await events.about(node.metadata))
    }

    func volumeAttributesClassDescriber(
        _ object: DescribedObject
    ) async throws(ClientError) -> VolumeAttributesClassDescriber {
        async let events = events(of: object, kind: "VolumeAttributesClass")
        let attributesClass: VolumeAttributesClass = try await model(object)
        return VolumeAttributesClassDescriber(
            attributesClass: attributesClass, events: await events.about(attributesClass.metadata))
    }
}
