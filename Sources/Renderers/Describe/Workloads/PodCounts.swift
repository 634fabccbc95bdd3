package import KubeModel

/// How many pods of a workload are in each phase.
package struct PodCounts: Sendable, Hashable {
    private let pods: [PodOutline]

    /// Takes the pods that a workload selects, and counts those that it also manages.
    package init(_ pods: [PodOutline], controlledBy uid: String) {
        self.pods = pods.filter { $0.metadata.controller?.uid == uid }
    }

    private func count(_ phase: String) -> Int {
        pods.count { $0.status.phase == phase }
    }

    /// "1 Running / 0 Waiting / 0 Succeeded / 0 Failed"; pods of which nothing is known are not counted.
    var text: String {
        "\(count("Running")) Running / \(count("Pending")) Waiting / \(count("Succeeded")) Succeeded"
            + " / \(count("Failed")) Failed"
    }
}
