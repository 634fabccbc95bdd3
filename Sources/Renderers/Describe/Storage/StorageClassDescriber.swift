package import KubeModel

/// Describes a storage class.
package struct StorageClassDescriber: Describer {
    private let storageClass: StorageClass
    private let events: [Event]?

    /// Takes a storage class, and the events about it; nil where they were not asked for.
    package init(storageClass: StorageClass, events: [Event]?) {
        self.storageClass = storageClass
        self.events = events
    }

    package func describe(into text: inout DescribeText) {
        let annotations = storageClass.metadata.annotations
        text.field("Name", storageClass.metadata.name)
        text.field("IsDefaultClass", Self.isDefault(annotations) ? "Yes" : "No")
        text.field("Annotations", Labels.text(annotations))
        text.field("Provisioner", storageClass.provisioner)
        text.field("Parameters", Labels.text(storageClass.parameters))
        text.field("AllowVolumeExpansion", storageClass.allowVolumeExpansion.map { $0 ? "True" : "False" } ?? "<unset>")
        text.line(storageClass.mountOptions.isEmpty ? "MountOptions:\t<none>" : "MountOptions:")
        for option in storageClass.mountOptions { text.line(option, level: 1) }
        if let policy = storageClass.reclaimPolicy { text.field("ReclaimPolicy", policy) }
        if let mode = storageClass.volumeBindingMode { text.field("VolumeBindingMode", mode) }
        topologies(into: &text)
        text.events(events)
    }

    private static func isDefault(_ annotations: [String: String]) -> Bool {
        annotations["storageclass.kubernetes.io/is-default-class"] == "true"
            || annotations["storageclass.beta.kubernetes.io/is-default-class"] == "true"
    }

    private func topologies(into text: inout DescribeText) {
        guard let terms = storageClass.allowedTopologies else { return }
        text.field("AllowedTopologies", terms.isEmpty ? "<none>" : "")
        for (index, term) in terms.enumerated() {
            let requirements = term.matchLabelExpressions.map { ("\($0.key) in", $0.values) }
            text.requirements("Term \(index)", requirements, level: 1)
        }
    }
}
