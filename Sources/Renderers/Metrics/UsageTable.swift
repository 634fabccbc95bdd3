package import KubeModel
import StdlibExtensions

/// The tables of `top`: what nodes, pods and containers use of CPU, memory and swap memory.
package struct UsageTable: Sendable {
    private let order: UsageOrder?
    private let showsHeaders: Bool
    private let resources: [String]

    /// - Parameter order: Nil for the order of the names.
    package init(order: UsageOrder?, showsHeaders: Bool, showsSwap: Bool) {
        self.order = order
        self.showsHeaders = showsHeaders
        resources = ["cpu", "memory"] + (showsSwap ? ["swap"] : [])
    }

    private static let unknown = "<unknown>"

    private static func heading(of resource: String) -> String {
        resource == "cpu" ? "CPU(cores)" : "\(resource.uppercased())(bytes)"
    }

    // MARK: - Nodes

    /// Writes a line for each node: what it uses, and how much that is of what it has.
    ///
    /// - Parameters:
    ///   - nodes: The nodes as the server has them; those without metrics come last.
    ///   - usesCapacity: Whether a node's capacity is all it has, and not what it can give to pods.
    package func writeNodes(
        _ metrics: [NodeMetrics], of nodes: [Node], usesCapacity: Bool, into stream: inout some TextOutputStream
    ) {
        var table = TabWriter(style: .table)
        if showsHeaders {
            let headings = resources.flatMap { [Self.heading(of: $0), "\($0.uppercased())(%)"] }
            write(["NAME"] + headings, into: &table)
        }
        var available: [String: [String: Quantity]] = [:]
        for node in nodes {
            var amounts = usesCapacity ? node.status.capacity : node.status.allocatable
            amounts["swap"] = node.status.nodeInfo.swap?.capacity.map { Quantity($0, format: .binarySI) }
            available[node.metadata.name] = amounts
        }
        let sorted = UsageOrder.sorted(metrics, by: order, usage: \.usage, names: { [$0.metadata.name] })
        for node in sorted {
            let name = node.metadata.name
            let amounts = resources.flatMap { cells(of: $0, in: node.usage, having: available[name]) }
            write([name] + amounts, into: &table)
        }
        let reported = Set(metrics.map(\.metadata.name))
        for name in available.keys.filter({ !reported.contains($0) }).sorted(by: { $0.precedesByBytes($1) }) {
            write([name] + resources.flatMap { _ in [Self.unknown, Self.unknown] }, into: &table)
        }
        table.flush(into: &stream)
    }

    private func cells(
        of resource: String, in usage: [String: Quantity], having available: [String: Quantity]?
    ) -> [String] {
        let amount = usage[resource] ?? .zero
        guard let total = available?[resource] else {
            // Only of nodes that are there it is known that they do not tell of their swap memory.
            if resource == "swap", available != nil { return [Self.unknown, Self.unknown] }
            return [Self.text(of: amount, resource)]
        }
        let share = total.isZero ? 0 : Double(amount.milliValue) / Double(total.milliValue) * 100
        return [Self.text(of: amount, resource), "\(Int64(exactly: share.rounded(.towardZero)) ?? .max)%"]
    }

    /// CPU in thousandths, all else in whole mebibytes.
    private static func text(of amount: Quantity, _ resource: String) -> String {
        resource == "cpu" ? "\(amount.milliValue)m" : "\(amount.value / (1024 * 1024))Mi"
    }

    // MARK: - Pods

    /// What is shown of pods.
    package struct PodOptions: Sendable {
        package var showsContainers = false
        package var showsNamespace = false
        /// Whether what all use together stands at the end.
        package var showsSum = false

        package init() {}
    }

    /// Writes a line for each pod or container.
    package func writePods(_ metrics: [PodMetrics], _ options: PodOptions, into stream: inout some TextOutputStream) {
        guard !metrics.isEmpty else { return }
        var table = TabWriter(style: .table)
        var width = resources.count + 1
        if showsHeaders {
            let headings = (options.showsNamespace ? ["NAMESPACE"] : []) + (options.showsContainers ? ["POD"] : [])
            write(headings + ["NAME"] + resources.map(Self.heading), into: &table)
            width += headings.count
        }
        let sorted = UsageOrder.sorted(metrics, by: order, usage: \.usage) { pod in
            (options.showsNamespace ? [pod.metadata.namespace] : []) + [pod.metadata.name]
        }
        for pod in sorted {
            let place = options.showsNamespace ? [pod.metadata.namespace] : []
            if options.showsContainers {
                for container in UsageOrder.sorted(pod.containers, by: order, usage: \.usage, names: { [$0.name] }) {
                    write(place + [pod.metadata.name, container.name] + cells(of: container.usage), into: &table)
                }
            } else {
                write(place + [pod.metadata.name] + cells(of: pod.usage), into: &table)
            }
        }
        if options.showsSum { writeSum(of: metrics, width: width, into: &table) }
        table.flush(into: &stream)
    }

    private func writeSum(of metrics: [PodMetrics], width: Int, into table: inout TabWriter) {
        let total = ContainerMetrics.usage(of: metrics.flatMap(\.containers))
        let rule = "________"
        write(Array(repeating: "", count: max(0, width - 2)) + [rule, rule], into: &table)
        write(Array(repeating: "", count: max(0, width - 3)) + [""] + cells(of: total), into: &table)
    }

    private func cells(of usage: [String: Quantity]) -> [String] {
        resources.map { Self.text(of: usage[$0] ?? .zero, $0) }
    }

    /// Writes a line every cell of which ends with a tab, as kubectl's do.
    private func write(_ cells: [String], into table: inout TabWriter) {
        table.write(cells.map { TerminalText.escaped($0) + "\t" }.joined() + "\n")
    }
}
