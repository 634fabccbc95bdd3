import JSONModel
import KubeClient
import KubeModel
import StdlibExtensions

/// What ports are forwarded to: a pod, or something that has pods.
struct PortForwardTarget: Sendable {
    let object: JSONValue
    let gvk: GroupVersionKind
    /// As written.
    let ports: [String]
    let cluster: Cluster

    /// A pod at some time.
    struct Pod: Sendable {
        let value: JSONValue
        let name: String
        let namespace: String

        init(_ value: JSONValue) {
            self.value = value
            name = value["metadata"]?["name"]?.string ?? ""
            namespace = value["metadata"]?["namespace"]?.string ?? ""
        }

        var phase: String { value["status"]?["phase"]?.string ?? "" }
        var uid: String? { value["metadata"]?["uid"]?.string }
        var isGoing: Bool { value["metadata"]?["deletionTimestamp"]?.string != nil }

        /// Whether what runs in it is ready, and stays for now.
        var isReady: Bool {
            let conditions = value["status"]?["conditions"]?.array ?? []
            return !isGoing
                && conditions.contains { $0["type"]?.string == "Ready" && $0["status"]?.string == "True" }
        }
    }

    var isPod: Bool { gvk.kind == "Pod" && gvk.group.isEmpty }
    private var isService: Bool { gvk.kind == "Service" && gvk.group.isEmpty }

    private var namespace: String { object["metadata"]?["namespace"]?.string ?? cluster.namespace }

    /// The pod to begin with.
    func firstPod(limit: Duration) async throws -> Pod {
        Pod(try await AttachablePod(cluster: cluster, limit: limit).pod(of: object, gvk: gvk))
    }

    /// The pod as it is now.
    func current(_ pod: Pod) async throws(ClientError) -> Pod {
        let location = ResourceLocation(PodLookup.resource, namespace: pod.namespace, name: pod.name)
        return Pod(try await cluster.client.json(.get(location)))
    }

    /// A pod that is ready now and can take another one's place; nil for none.
    func readyPod() async throws -> Pod? {
        if isPod {
            let pod = try await current(Pod(object))
            return pod.isReady ? pod : nil
        }
        let selector = try PodSelector.of(object, gvk: gvk)
        let pods = try await PodLookup(cluster: cluster).pods(selector, namespace: namespace)
        return pods.filter { Pod($0).isReady }.min(by: PodPreference.forWork).map(Pod.init)
    }

    /// The ports as numbers of the pod's ports: `[LOCAL:]REMOTE`.
    func translatedPorts(for pod: Pod) throws -> [String] {
        isService
            ? try PortTranslation.forService(ports, object, pod.value)
            : try PortTranslation.forPod(ports, pod.value)
    }

    /// Waits until the pod is about to go away, or runs no more.
    func waitForEnd(of pod: Pod) async {
        var query = ListQuery()
        query.fieldSelector = "metadata.name=\(pod.name)"
        let location = ResourceLocation(PodLookup.resource, namespace: pod.namespace)
        func isEnd(_ value: JSONValue) -> Bool {
            let now = Pod(value)
            return now.name == pod.name && (now.uid != pod.uid || now.isGoing || now.phase != "Running")
        }
        do throws(ClientError) {
            try await CollectionWatch(cluster.client, location, query: query).follow { change in
                switch change {
                case .listed(let pods): !pods.contains { Pod($0).uid == pod.uid } || pods.contains(where: isEnd)
                case .added(let value), .modified(let value): isEnd(value)
                case .deleted(let value): Pod(value).uid == pod.uid
                }
            }
        } catch {
            // Who may not watch pods learns of the end by the next connection.
            await OneTimeSignal().wait()
        }
    }
}
