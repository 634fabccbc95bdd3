import KubeModel

/// How much of a node its pods ask for and may use, in sum and one by one.
struct NodeUsage {
    private let pods: [Pod]
    /// What the node has to give away.
    private let available: [String: Quantity]

    init(node: Node, pods: [Pod]) {
        self.pods = pods
        available = node.status.allocatable.isEmpty ? node.status.capacity : node.status.allocatable
    }

    func describe(into text: inout DescribeText) {
        text.field("Non-terminated Pods", "(\(pods.count) in total)")
        text.line("Namespace\tName\t\tCPU Requests\tCPU Limits\tMemory Requests\tMemory Limits\tAge", level: 1)
        text.line("---------\t----\t\t------------\t----------\t---------------\t-------------\t---", level: 1)
        for pod in pods {
            let (requests, limits) = (pod.requests(usesStatus: true), pod.limits(usesStatus: true))
            let shares = ["cpu", "memory"].flatMap { name in
                [requests, limits].map { share(of: name, $0[name] ?? .zero, whereNothing: .empty) }
            }
            let age = text.age(pod.metadata.creationTimestamp)
            let cells = [pod.metadata.namespace, pod.metadata.name, ""] + shares + [age]
            text.line(cells.joined(separator: "\t"), level: 1)
        }
        totals(into: &text)
    }

    private func totals(into text: inout DescribeText) {
        text.line("Allocated resources:\n  (Total limits may be over 100 percent, i.e., overcommitted.)")
        text.line("Resource\tRequests\tLimits", level: 1)
        text.line("--------\t--------\t------", level: 1)
        var requests: [String: Quantity] = [:]
        var limits: [String: Quantity] = [:]
        for pod in pods {
            requests.add(pod.requests(usesStatus: false))
            limits.add(pod.limits(usesStatus: false))
        }
        let standard = ["cpu", "memory", "ephemeral-storage"]
        let names = available.keys.sortedByBytes()
        for name in standard + names.filter({ $0.hasPrefix("hugepages-") }) {
            let shares = [requests, limits].map { share(of: name, $0[name] ?? .zero, whereNothing: .zero) }
            text.line("\(name)\t\(shares.joined(separator: "\t"))", level: 1)
        }
        for name in names where !standard.contains(name) && !name.hasPrefix("hugepages-") && name != "pods" {
            text.line("\(name)\t\(requests[name] ?? .zero)\t\(limits[name] ?? .zero)", level: 1)
        }
    }

    /// What the share of a resource is where a node has nothing of it.
    private enum EmptyShare {
        /// The quotient as it is: infinite or not a number, which Go makes the least integer.
        case empty
        /// Nothing.
        case zero
    }

    /// An amount with its percentage of what there is: "250m (12%)".
    private func share(of name: String, _ amount: Quantity, whereNothing: EmptyShare) -> String {
        let whole = available[name] ?? .zero
        func count(_ quantity: Quantity) -> Int64 { name == "cpu" ? quantity.milliValue : quantity.value }

        guard count(whole) != 0 || whereNothing == .empty else { return "\(amount) (0%)" }
        let percent = Double(count(amount)) / Double(count(whole)) * 100
        return "\(amount) (\(Int64(exactly: percent.rounded(.towardZero)) ?? .min)%)"
    }
}
