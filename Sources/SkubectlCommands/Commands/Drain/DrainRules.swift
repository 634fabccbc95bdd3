import JSONModel
import KubeClient
import KubeModel

/// Which pods of a node a drain may take away (kubectl's filters of package drain).
struct DrainRules: Sendable, Hashable {
    /// Also pods that nothing replaces (`--force`).
    var isForced = false
    var ignoresDaemonSets = false
    var deletesEmptyDirectories = false
    /// Pods that have been going for longer count as gone; zero for none.
    var secondsUntilSkipped = 0

    /// What becomes of a pod.
    enum Fate: Sendable, Hashable {
        /// It goes; with what there is to warn of.
        case leaves(warning: String?)
        /// It stays; with what there is to warn of.
        case stays(warning: String?)
        /// The node cannot be drained because of it.
        case prevents(String)
    }

    /// What was found out about the DaemonSet that a pod belongs to.
    enum DaemonSetState: Sendable, Hashable {
        case exists
        /// It could not be read.
        case unknown(String, isNotFound: Bool)
    }

    /// - Parameter daemonSet: What is known of the DaemonSet of `controllingDaemonSet`; nil for pods without one.
    func fate(of pod: JSONValue, daemonSet: DaemonSetState?, now: Timestamp) -> Fate {
        if isSkipped(pod, now: now) { return .stays(warning: nil) }
        let isFinished = ["Succeeded", "Failed"].contains(pod["status"]?["phase"]?.string ?? "")
        if !isFinished {
            switch daemonSet {
            case .exists where ignoresDaemonSets: return .stays(warning: "ignoring DaemonSet-managed Pods")
            case .exists: return .prevents("DaemonSet-managed Pods (use --ignore-daemonsets to ignore)")
            case .unknown(let message, let isNotFound):
                // A pod whose DaemonSet is no more goes like any other, if it has to.
                guard isNotFound, isForced else { return .prevents(message) }
            case nil: break
            }
        }
        // The kubelet makes these of files, and would make them again.
        if pod["metadata"]?["annotations"]?["kubernetes.io/config.mirror"] != nil { return .stays(warning: nil) }
        if isFinished { return .leaves(warning: nil) }
        if !deletesEmptyDirectories, Self.hasEmptyDirectory(pod) {
            return .prevents("Pods with local storage (use --delete-emptydir-data to override)")
        }
        if Self.controller(of: pod) != nil { return .leaves(warning: nil) }
        return isForced
            ? .leaves(warning: "deleting Pods that declare no controller")
            : .prevents("Pods that declare no controller (use --force to override)")
    }

    /// Whether a pod has been going for so long that nobody waits for it any more.
    func isSkipped(_ pod: JSONValue, now: Timestamp) -> Bool {
        guard secondsUntilSkipped > 0, let text = pod["metadata"]?["deletionTimestamp"]?.string,
            let since = Timestamp(rfc3339: text)
        else { return false }
        return now.nanoseconds(since: since) / 1_000_000_000 > secondsUntilSkipped
    }

    /// The name of the DaemonSet that controls a pod; nil for other pods.
    static func controllingDaemonSet(of pod: JSONValue) -> String? {
        guard let controller = controller(of: pod), controller["kind"]?.string == "DaemonSet",
            controller["apiVersion"]?.string == "apps/v1"
        else { return nil }
        return controller["name"]?.string
    }

    private static func controller(of pod: JSONValue) -> JSONValue? {
        pod["metadata"]?["ownerReferences"]?.array?.first { $0["controller"]?.bool ?? false }
    }

    private static func hasEmptyDirectory(_ pod: JSONValue) -> Bool {
        (pod["spec"]?["volumes"]?.array ?? []).contains { $0["emptyDir"]?.object != nil }
    }
}
