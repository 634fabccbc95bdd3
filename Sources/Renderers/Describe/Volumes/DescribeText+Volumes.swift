import KubeModel

extension DescribeText {
    /// Writes the volumes of a pod, or those of a template, which are indented.
    mutating func volumes(_ volumes: [Volume], inTemplate: Bool = false) {
        let title = inTemplate ? "  Volumes" : "Volumes"
        guard !volumes.isEmpty else {
            line("\(title):\t<none>")
            return
        }
        line("\(title):")
        for volume in volumes {
            line("\(inTemplate ? " " : "")\(volume.name):", level: 1)
            source(of: volume)
        }
    }

    private mutating func source(of volume: Volume) {
        if let summary = VolumeSummary(volume) {
            write(summary)
        } else if let source = volume.ephemeral {
            ephemeral(source)
        } else if let source = volume.downwardAPI {
            downwardAPI(source)
        } else if let source = volume.projected {
            projected(source)
        } else if let source = volume.csi {
            csi(source)
        } else {
            line("<unknown>", level: 1)
        }
    }

    /// Writes the type of a volume, and what belongs to that.
    mutating func write(_ summary: VolumeSummary) {
        field("Type", summary.type, level: 2)
        for part in summary.fields { line("\(part.name)\t\(part.value)", level: 2) }
    }

    private mutating func downwardAPI(_ source: DownwardAPIVolumeSource) {
        field("Type", "DownwardAPI (a volume populated by information about the pod)", level: 2)
        line("Items:", level: 2)
        for item in source.items {
            if let field = item.fieldRef { line("\(field.fieldPath) -> \(item.path)", level: 3) }
            if let field = item.resourceFieldRef { line("\(field.resource) -> \(item.path)", level: 3) }
        }
    }

    private mutating func projected(_ source: ProjectedVolumeSource) {
        field("Type", "Projected (a volume that contains injected data from multiple sources)", level: 2)
        for part in source.sources {
            if let secret = part.secret {
                field("SecretName", secret.name, level: 2)
                field("Optional", secret.optional ?? false, level: 2)
            } else if part.downwardAPI != nil {
                field("DownwardAPI", true, level: 2)
            } else if let map = part.configMap {
                field("ConfigMapName", map.name, level: 2)
                field("Optional", map.optional ?? false, level: 2)
            } else if let token = part.serviceAccountToken {
                field("TokenExpirationSeconds", token.expirationSeconds ?? 0, level: 2)
            }
        }
    }

    private mutating func csi(_ source: CSIVolumeSource) {
        field("Type", "CSI (a Container Storage Interface (CSI) volume source)", level: 2)
        field("Driver", source.driver, level: 2)
        field("FSType", source.fsType ?? "", level: 2)
        field("ReadOnly", source.readOnly ?? false, level: 2)
        volumeAttributes(source.volumeAttributes)
    }

    /// Writes what a driver is told of a volume.
    mutating func volumeAttributes(_ attributes: [String: String]) {
        write("VolumeAttributes:\t", level: 2)
        guard !attributes.isEmpty else {
            line("<none>")
            return
        }
        for (index, attribute) in Labels.sorted(attributes).enumerated() {
            if index > 0 {
                write("", level: 2)
                write("\t", level: 2)
            }
            line("", cutting: "\(attribute.key)=\(attribute.value)", to: Self.longestLine, level: 2)
        }
    }

    private mutating func ephemeral(_ source: EphemeralVolumeSource) {
        let type = "EphemeralVolume (an inline specification for a volume that gets created and deleted with the pod)"
        field("Type", type, level: 2)
        guard let claim = source.volumeClaimTemplate else { return }
        baseLevel += 2
        defer { baseLevel -= 2 }
        self.claim(claim.metadata, claim.spec, status: nil)
    }

    /// Writes a claim, or, where `status` is nil, the template of one, which has neither name nor status.
    mutating func claim(_ metadata: ObjectMeta, _ spec: PersistentVolumeClaimSpec, status: PersistentVolumeClaimStatus?)
    {
        if status != nil {
            field("Name", metadata.name)
            field("Namespace", metadata.namespace)
        }
        field("StorageClass", spec.storageClass(metadata))
        if let status { phase(status.phase, of: metadata) }
        field("Volume", spec.volumeName)
        labels("Labels", metadata.labels)
        annotations(metadata.annotations)
        if status != nil { field("Finalizers", metadata.finalizers.goText) }
        let isBound = !spec.volumeName.isEmpty
        field("Capacity", isBound ? (status?.capacity["storage"] ?? .zero).description : "")
        field("Access Modes", isBound ? AccessModes.text(status?.accessModes ?? []) : "")
        if let mode = spec.volumeMode { field("VolumeMode", mode) }
        guard let origin = spec.dataSource else { return }
        line("DataSource:")
        if let group = origin.apiGroup { field("APIGroup", group, level: 1) }
        field("Kind", origin.kind, level: 1)
        field("Name", origin.name, level: 1)
    }

    /// Writes the phase of storage, or since when it is going away.
    mutating func phase(_ phase: String, of metadata: ObjectMeta) {
        field("Status", metadata.deletionTimestamp.map { "Terminating (lasts \(age($0)))" } ?? phase)
    }
}
