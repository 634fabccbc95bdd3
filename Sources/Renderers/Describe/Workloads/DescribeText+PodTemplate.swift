import KubeModel

extension DescribeText {
    /// Writes what the pods of a workload shall be like.
    mutating func podTemplate(_ template: PodTemplateSpec?) {
        line("Pod Template:")
        guard let template else {
            write("<unset>", level: 1)
            return
        }
        labels("  Labels", template.metadata.labels)
        if !template.metadata.annotations.isEmpty {
            annotations(template.metadata.annotations, title: "  Annotations")
        }
        let spec = template.spec
        if !spec.serviceAccountName.isEmpty { field("Service Account", spec.serviceAccountName, level: 1) }
        if !spec.initContainers.isEmpty { containers("Init Containers", spec.initContainers, [], of: nil) }
        containers("Containers", spec.containers, [], of: nil)
        volumes(spec.volumes, inTemplate: true)
        topologySpreadConstraints(spec.topologySpreadConstraints, title: "  Topology Spread Constraints")
        if !spec.priorityClassName.isEmpty { field("Priority Class Name", spec.priorityClassName, level: 1) }
        labels("  Node-Selectors", spec.nodeSelector)
        tolerations(spec.tolerations, title: "  Tolerations")
        schedulingGroup(spec.schedulingGroup, title: "  SchedulingGroup")
    }

    /// Writes the claims that each pod of a workload gets.
    mutating func volumeClaims(_ claims: [PersistentVolumeClaimTemplate]) {
        guard !claims.isEmpty else {
            line("Volume Claims:\t<none>")
            return
        }
        line("Volume Claims:")
        for claim in claims {
            field("Name", claim.metadata.name, level: 1)
            field("StorageClass", claim.spec.storageClass(claim.metadata), level: 1)
            labels("  Labels", claim.metadata.labels)
            labels("  Annotations", claim.metadata.annotations)
            field("Capacity", claim.spec.resources.requests["storage"]?.description ?? "<default>", level: 1)
            field("Access Modes", claim.spec.accessModes.goText, level: 1)
        }
    }

    /// Writes the conditions of a workload; nothing where it has none.
    mutating func conditions(_ conditions: [WorkloadCondition]) {
        guard !conditions.isEmpty else { return }
        line("Conditions:\n  Type\tStatus\tReason")
        line("----\t------\t------", level: 1)
        for condition in conditions {
            line("\(condition.type) \t\(condition.status)\t\(condition.reason)", level: 1)
        }
    }

    /// Writes who manages an object; nothing where nobody does.
    mutating func controller(of metadata: ObjectMeta) {
        if let controller = metadata.controller { field("Controlled By", "\(controller.kind)/\(controller.name)") }
    }
}
