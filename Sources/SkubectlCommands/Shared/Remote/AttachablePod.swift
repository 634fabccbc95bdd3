import JSONModel
import KubeClient
import KubeModel
import StdlibExtensions

/// Finds the pod that is meant by a pod, or by what has pods (kubectl's `AttachablePodForObject`).
struct AttachablePod {
    let cluster: Cluster
    /// How long to wait until there is a pod.
    let limit: Duration

    /// The pod of an object: itself, or the best one of those it selects.
    func pod(of object: JSONValue, gvk: GroupVersionKind) async throws -> JSONValue {
        if gvk.kind == "Pod", gvk.group.isEmpty { return object }
        if let fault = TypedKinds.fault(of: gvk) { throw fault }
        let selector: String
        do { selector = try PodSelector.of(object, gvk: gvk) } catch {
            throw CommandError.failed("cannot attach to \(TypedKinds.goType(of: gvk)): \(error.sentence)")
        }
        let namespace = object["metadata"]?["namespace"]?.string ?? cluster.namespace
        let pods = try await PodLookup(cluster: cluster).waiting(selector, namespace: namespace, limit: limit)
        // There is one at least: what waits for it does not return without.
        return pods.min(by: PodPreference.forWork) ?? .null
    }

    /// Refuses a pod in which nothing runs any more; `verb` is "exec into" or "attach".
    static func refuseCompleted(_ pod: JSONValue, _ verb: String) throws {
        let phase = pod["status"]?["phase"]?.string ?? ""
        if phase == "Succeeded" || phase == "Failed" {
            throw CommandError.failed("cannot \(verb) a container in a completed pod; current phase is \(phase)")
        }
    }
}
