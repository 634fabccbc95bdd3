package import KubeModel

/// Describes a volume of the cluster: what it is, and who has it.
package struct PersistentVolumeDescriber: Describer {
    private let volume: PersistentVolume
    private let events: [Event]?

    /// Takes a volume, and the events about it; nil where they were not asked for.
    package init(volume: PersistentVolume, events: [Event]?) {
        self.volume = volume
        self.events = events
    }

    package func describe(into text: inout DescribeText) {
        let metadata = volume.metadata
        let spec = volume.spec
        text.field("Name", metadata.name)
        text.labels("Labels", metadata.labels)
        text.annotations(metadata.annotations)
        text.field("Finalizers", metadata.finalizers.goText)
        let storageClass = metadata.annotations["volume.beta.kubernetes.io/storage-class"]
        text.field("StorageClass", storageClass ?? spec.storageClassName)
        text.phase(volume.status.phase, of: metadata)
        text.field("Claim", spec.claimRef.map { "\($0.namespace)/\($0.name)" } ?? "")
        text.field("Reclaim Policy", spec.persistentVolumeReclaimPolicy)
        text.field("Access Modes", AccessModes.text(spec.accessModes))
        if let mode = spec.volumeMode { text.field("VolumeMode", mode) }
        text.field("Capacity", spec.capacity["storage"] ?? .zero)
        nodeAffinity(into: &text)
        text.field("Message", volume.status.message)
        text.line("Source:")
        source(into: &text)
        text.events(events)
    }

    private func nodeAffinity(into text: inout DescribeText) {
        guard let required = volume.spec.nodeAffinity?.required else { return text.field("Node Affinity", "<none>") }
        text.field("Node Affinity", "")
        let terms = required.nodeSelectorTerms
        text.field("Required Terms", terms.isEmpty ? "<none>" : "", level: 1)
        for (index, term) in terms.enumerated() {
            let requirements = term.matchExpressions.map { ("\($0.key) \($0.operator.lowercased())", $0.values) }
            text.requirements("Term \(index)", requirements, level: 2)
        }
    }

    private func source(into text: inout DescribeText) {
        if let summary = VolumeSummary(volume.spec) {
            text.write(summary)
        } else if let source = volume.spec.csi {
            text.field("Type", "CSI (a Container Storage Interface (CSI) volume source)", level: 2)
            text.field("Driver", source.driver, level: 2)
            text.field("FSType", source.fsType, level: 2)
            text.field("VolumeHandle", source.volumeHandle, level: 2)
            text.field("ReadOnly", source.readOnly, level: 2)
            text.volumeAttributes(source.volumeAttributes)
        } else {
            text.line("<unknown>", level: 1)
        }
    }
}
