import JSONModel
import KubeClient
import KubeModel

/// Reads the pods of a node and what their fates depend on.
struct DrainReader: Sendable {
    let cluster: Cluster
    let rules: DrainRules
    /// A label selector; empty for all pods.
    let podSelector: String
    let chunkSize: Int

    static let pods = GroupVersionResource(group: "", version: "v1", resource: "pods")
    private static let daemonSets = GroupVersionResource(group: "apps", version: "v1", resource: "daemonsets")

    /// The pods of a node with their fates.
    func plan(forNode node: String, now: Timestamp) async throws(ClientError) -> DrainPlan {
        let (pods, version) = try await list(ofNode: node)
        let states = await daemonSetStates(of: pods, now: now)
        var plan = DrainPlan(resourceVersion: version)
        for pod in pods {
            let entry = DrainPlan.Pod(pod)
            let state = DrainRules.controllingDaemonSet(of: pod).flatMap {
                states[DaemonSetName(namespace: entry.namespace, name: $0)]
            }
            plan.add(entry, rules.fate(of: pod, daemonSet: state, now: now))
        }
        return plan
    }

    private func list(ofNode node: String) async throws(ClientError) -> (pods: [JSONValue], version: String) {
        var query = ListQuery()
        query.labelSelector = podSelector
        query.fieldSelector = "spec.nodeName=\(node)"
        query.limit = chunkSize
        var pods: [JSONValue] = []
        var version = ""
        repeat {
            do {
                let list = try await cluster.client.json(.get(ResourceLocation(Self.pods), query: query))
                pods += list["items"]?.array ?? []
                version = list["metadata"]?["resourceVersion"]?.string ?? ""
                query.continuation = list["metadata"]?["continue"]?.string ?? ""
            } catch {
                throw ResourceReader.enhanced(error, gvr: Self.pods, query: query)
            }
        } while !query.continuation.isEmpty
        return (pods, version)
    }

    private struct DaemonSetName: Hashable, Sendable {
        let namespace: String
        let name: String
    }

    /// Reads each DaemonSet that pods belong to once.
    private func daemonSetStates(of pods: [JSONValue], now: Timestamp) async -> [DaemonSetName: DrainRules
        .DaemonSetState]
    {
        var names: [DaemonSetName] = []
        for pod in pods where !rules.isSkipped(pod, now: now) {
            guard let name = DrainRules.controllingDaemonSet(of: pod) else { continue }
            let entry = DaemonSetName(namespace: pod["metadata"]?["namespace"]?.string ?? "", name: name)
            if !names.contains(entry) { names.append(entry) }
        }
        let states = await SideBySide.map(names) { name in
            let location = ResourceLocation(Self.daemonSets, namespace: name.namespace, name: name.name)
            do throws(ClientError) {
                _ = try await cluster.client.json(.get(location))
                return DrainRules.DaemonSetState.exists
            } catch {
                guard case .status(let status) = error else { return .unknown(error.message, isNotFound: false) }
                return .unknown(status.message, isNotFound: status.isNotFound)
            }
        }
        return Dictionary(zip(names, states), uniquingKeysWith: { first, _ in first })
    }
}

extension DrainPlan.Pod {
    /// Takes what a drain needs to know of a pod.
    init(_ pod: JSONValue) {
        let metadata = pod["metadata"]
        namespace = metadata?["namespace"]?.string ?? ""
        name = metadata?["name"]?.string ?? ""
        uid = metadata?["uid"]?.string ?? ""
        isDeleting = metadata?["deletionTimestamp"]?.string != nil
    }
}
