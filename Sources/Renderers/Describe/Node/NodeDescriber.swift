package import KubeModel

/// Describes a node: what it is, how it does, what runs on it and how much of it is taken.
package struct NodeDescriber: Describer {
    /// What was found out about the lease that shows that a node is alive.
    package enum LeaseResult: Sendable, Hashable {
        case found(Lease)
        /// Why it could not be had, in the words of the error.
        case failed(String)
    }

    private let node: Node
    private let pods: [Pod]?
    private let lease: LeaseResult
    private let slices: [ResourceSlice]
    private let events: [Event]?

    /// Takes a node and what else was asked for.
    ///
    /// - Parameters:
    ///   - pods: the pods on the node that are neither succeeded nor failed; nil where they must not be seen.
    ///   - slices: the devices of the node alone; empty where the server has none or does not tell.
    ///   - events: the events about the node; nil where they were not asked for.
    package init(
        node: Node, pods: [Pod]?, lease: LeaseResult, slices: [ResourceSlice] = [], events: [Event]?
    ) {
        self.node = node
        self.pods = pods
        self.lease = lease
        self.slices = slices
        self.events = events
    }

    package func describe(into text: inout DescribeText) {
        identity(into: &text)
        health(into: &text)
        capacity(into: &text)
        system(into: &text)
        if let pods {
            NodeUsage(node: node, pods: pods).describe(into: &text)
        } else {
            text.field("Pods", "not authorized")
        }
        text.events(events)
    }

    private func identity(into text: inout DescribeText) {
        text.field("Name", node.metadata.name)
        text.field("Roles", roles.isEmpty ? "<none>" : roles.joined(separator: ","))
        text.labels("Labels", node.metadata.labels)
        text.annotations(node.metadata.annotations)
        text.field("CreationTimestamp", text.time(node.metadata.creationTimestamp))
        text.taints(node.spec.taints)
        text.field("Unschedulable", node.spec.unschedulable)
        switch lease {
        case .found(let lease): text.lease(lease)
        case .failed(let reason): text.field("Lease", "Failed to get lease: \(reason)")
        }
    }

    /// The roles that labels give to the node, in order.
    private var roles: [String] {
        let prefix = "node-role.kubernetes.io/"
        let roles = node.metadata.labels.compactMap { label -> String? in
            if label.key.hasPrefix(prefix) { return String(label.key.dropFirst(prefix.count)) }
            return label.key == "kubernetes.io/role" ? label.value : nil
        }
        return Set(roles.filter { !$0.isEmpty }).sortedByBytes()
    }

    private func health(into text: inout DescribeText) {
        if !node.status.conditions.isEmpty {
            text.line("Conditions:\n  Type\tStatus\tLastHeartbeatTime\tLastTransitionTime\tReason\tMessage")
            text.line("----\t------\t-----------------\t------------------\t------\t-------", level: 1)
            for condition in node.status.conditions {
                let times = [condition.lastHeartbeatTime, condition.lastTransitionTime].map(text.time)
                let cells =
                    [condition.type, condition.status] + times + [condition.reason, condition.message]
                text.line(cells.joined(separator: " \t"), level: 1)
            }
        }
        text.line("Addresses:")
        for address in node.status.addresses { text.field(address.type, address.address, level: 1) }
    }

    private func capacity(into text: inout DescribeText) {
        let lists = [("Capacity", node.status.capacity), ("Allocatable", node.status.allocatable)]
        for (title, amounts) in lists where !amounts.isEmpty {
            text.line("\(title):")
            for name in amounts.keys.sortedByBytes() { text.field(name, amounts[name] ?? .zero, level: 1) }
        }
        text.resourceSlices(slices)
    }

    private func system(into text: inout DescribeText) {
        let info = node.status.nodeInfo
        text.line("System Info:")
        text.field("Machine ID", info.machineID, level: 1)
        text.field("System UUID", info.systemUUID, level: 1)
        text.field("Boot ID", info.bootID, level: 1)
        text.field("Kernel Version", info.kernelVersion, level: 1)
        text.field("OS Image", info.osImage, level: 1)
        text.field("Operating System", info.operatingSystem, level: 1)
        text.field("Architecture", info.architecture, level: 1)
        text.field("Container Runtime Version", info.containerRuntimeVersion, level: 1)
        text.field("Kubelet Version", info.kubeletVersion, level: 1)
        if !node.spec.podCIDR.isEmpty { text.field("PodCIDR", node.spec.podCIDR) }
        if !node.spec.podCIDRs.isEmpty { text.field("PodCIDRs", node.spec.podCIDRs.joined(separator: ",")) }
        if !node.spec.providerID.isEmpty { text.field("ProviderID", node.spec.providerID) }
    }
}
