package import KubeModel

/// Describes a pod: what it shall be, what its containers do, and what happened to it.
package struct PodDescriber: Describer {
    private let pod: Pod
    private let events: [Event]?

    /// Takes a pod, and the events about it; nil where they were not asked for.
    package init(pod: Pod, events: [Event]?) {
        self.pod = pod
        self.events = events
    }

    package func describe(into text: inout DescribeText) {
        identity(into: &text)
        state(into: &text)
        if let resources = pod.spec.resources {
            text.line("Resources:")
            text.resources(resources, level: 1)
        }
        containers(into: &text)
        conditions(into: &text)
        text.volumes(pod.spec.volumes)
        text.field("QoS Class", pod.qualityOfService)
        text.labels("Node-Selectors", pod.spec.nodeSelector)
        text.tolerations(pod.spec.tolerations)
        text.topologySpreadConstraints(pod.spec.topologySpreadConstraints)
        text.schedulingGroup(pod.spec.schedulingGroup)
        text.events(events)
    }

    private func identity(into text: inout DescribeText) {
        text.field("Name", pod.metadata.name)
        text.field("Namespace", pod.metadata.namespace)
        if let priority = pod.spec.priority { text.field("Priority", priority) }
        if !pod.spec.priorityClassName.isEmpty { text.field("Priority Class Name", pod.spec.priorityClassName) }
        if let runtime = pod.spec.runtimeClassName, !runtime.isEmpty { text.field("Runtime Class Name", runtime) }
        if !pod.spec.serviceAccountName.isEmpty { text.field("Service Account", pod.spec.serviceAccountName) }
        let node = pod.spec.nodeName
        text.field("Node", node.isEmpty ? "<none>" : "\(node)/\(pod.status.hostIP)")
        if let start = pod.status.startTime { text.field("Start Time", text.time(start)) }
        text.labels("Labels", pod.metadata.labels)
        text.annotations(pod.metadata.annotations)
    }

    private func state(into text: inout DescribeText) {
        let status = pod.status
        if let deletion = pod.metadata.deletionTimestamp, status.phase != "Failed", status.phase != "Succeeded" {
            text.field("Status", "Terminating (lasts \(text.age(deletion)))")
            text.field("Termination Grace Period", "\(pod.metadata.deletionGracePeriodSeconds ?? 0)s")
        } else {
            text.field("Status", status.phase)
        }
        if !status.reason.isEmpty { text.field("Reason", status.reason) }
        if !status.message.isEmpty { text.field("Message", status.message) }
        text.seccompProfile(pod.spec.securityContext?.seccompProfile, level: 0, profileLevel: 0)
        text.field("IP", status.podIP)
        text.line(status.podIPs.isEmpty ? "IPs:\t<none>" : "IPs:")
        for address in status.podIPs { text.field("IP", address.ip, level: 1) }
        if let controller = pod.metadata.controller {
            text.field("Controlled By", "\(controller.kind)/\(controller.name)")
        }
        if !status.nominatedNodeName.isEmpty { text.field("NominatedNodeName", status.nominatedNodeName) }
    }

    private func containers(into text: inout DescribeText) {
        let spec = pod.spec
        if !spec.initContainers.isEmpty {
            text.containers("Init Containers", spec.initContainers, pod.status.initContainerStatuses, of: pod)
        }
        text.containers("Containers", spec.containers, pod.status.containerStatuses, of: pod)
        if !spec.ephemeralContainers.isEmpty {
            let containers = spec.ephemeralContainers.map(\.container)
            text.containers("Ephemeral Containers", containers, pod.status.ephemeralContainerStatuses, of: pod)
        }
    }

    private func conditions(into text: inout DescribeText) {
        let conditions = pod.status.conditions
        if !pod.spec.readinessGates.isEmpty {
            text.line("Readiness Gates:\n  Type\tStatus")
            for gate in pod.spec.readinessGates {
                let status = conditions.first { $0.type == gate.conditionType }?.status ?? "<none>"
                text.line("\(gate.conditionType) \t\(status) ", level: 1)
            }
        }
        guard !conditions.isEmpty else { return }
        text.line("Conditions:\n  Type\tStatus")
        for condition in conditions { text.line("\(condition.type) \t\(condition.status) ", level: 1) }
    }
}
