import JSONModel
import KubeClient
import KubeModel
import Renderers

/// Gathers what a description needs from the server, side by side, and has it described.
struct DescriptionSource: Sendable {
    let cluster: Cluster
    let showsEvents: Bool
    let chunkSize: Int
    let context: CommandContext

    func description(of object: DescribedObject) async -> Result<[UInt8], any Error> {
        do {
            let describer = try await describer(for: object)
            return .success(describer.render(now: context.now, zone: context.localZone))
        } catch {
            return .failure(error)
        }
    }

    private func describer(for object: DescribedObject) async throws -> any Describer {
        let gvk = object.selected.mapping.gvk
        switch (gvk.group, gvk.kind) {
        case ("", "Pod"): return try await podDescriber(object)
        case ("", "Node"): return try await nodeDescriber(object)
        case ("", "Namespace"): return try await namespaceDescriber(object)
        case ("", "ConfigMap"): return try await configMapDescriber(object)
        case ("", "Secret"): return try await secretDescriber(object)
        case ("", "ServiceAccount"): return try await serviceAccountDescriber(object)
        case ("", "ResourceQuota"): return try await resourceQuotaDescriber(object)
        case ("", "LimitRange"): return try await limitRangeDescriber(object)
        case ("", "PersistentVolume"): return try await persistentVolumeDescriber(object)
        case ("", "PersistentVolumeClaim"): return try await persistentVolumeClaimDescriber(object)
        case ("storage.k8s.io", "StorageClass"): return try await storageClassDescriber(object)
        case ("storage.k8s.io", "CSINode"): return try await csiNodeDescriber(object)
        case ("storage.k8s.io", "VolumeAttributesClass"): return try await volumeAttributesClassDescriber(object)
        case ("scheduling.k8s.io", "PriorityClass"): return try await priorityClassDescriber(object)
        case ("rbac.authorization.k8s.io", "Role"): return try await roleDescriber(object)
        case ("rbac.authorization.k8s.io", "ClusterRole"): return try await roleDescriber(object)
        case ("rbac.authorization.k8s.io", "RoleBinding"): return try await roleBindingDescriber(object)
        case ("rbac.authorization.k8s.io", "ClusterRoleBinding"): return try await roleBindingDescriber(object)
        case ("certificates.k8s.io", "CertificateSigningRequest"): return try await certificateDescriber(object)
        case ("networking.k8s.io", "IPAddress"): return try await ipAddressDescriber(object)
        case ("networking.k8s.io", "ServiceCIDR"): return try await serviceCIDRDescriber(object)
        case ("", "ReplicationController"): return try await replicationControllerDescriber(object)
        case ("", "Service"): return try await serviceDescriber(object)
        case ("", "Endpoints"): return try await endpointsDescriber(object)
        case ("apps", "Deployment"): return try await deploymentDescriber(object)
        case ("apps", "ReplicaSet"): return try await replicaSetDescriber(object)
        case ("apps", "StatefulSet"): return try await statefulSetDescriber(object)
        case ("apps", "DaemonSet"): return try await daemonSetDescriber(object)
        case ("batch", "Job"): return try await jobDescriber(object)
        case ("batch", "CronJob"): return try await cronJobDescriber(object)
        case ("discovery.k8s.io", "EndpointSlice"): return try await endpointSliceDescriber(object)
        case ("networking.k8s.io", "Ingress"): return try await ingressDescriber(object)
        case ("networking.k8s.io", "IngressClass"): return try await ingressClassDescriber(object)
        case ("networking.k8s.io", "NetworkPolicy"): return try await networkPolicyDescriber(object)
        case ("autoscaling", "HorizontalPodAutoscaler"): return try await autoscalerDescriber(object)
        case ("policy", "PodDisruptionBudget"): return try await podDisruptionBudgetDescriber(object)
        default: return try await genericDescriber(object)
        }
    }

    // MARK: - Kinds

    private func podDescriber(_ object: DescribedObject) async throws(ClientError) -> PodDescriber {
        async let events = events(of: object, kind: nil)
        let value = try await value(of: object)
        let pod = try decode(Pod.self, value)
        // A static pod's events tell of the pod on the node, whose uid is in an annotation.
        let uid = pod.metadata.annotations["kubernetes.io/config.mirror"] ?? pod.metadata.uid
        return PodDescriber(pod: pod, events: await events.map { $0.about(uid: [uid]) })
    }

    private func nodeDescriber(_ object: DescribedObject) async throws(ClientError) -> NodeDescriber {
        async let events = events(of: object, kind: "Node")
        async let lease = lease(ofNode: object.selected.name)
        async let pods = pods(onNode: object.selected.name)
        let node = try decode(Node.self, try await value(of: object))
        // Controllers name the node by its uid, the kubelet by its name.
        let named = await events.map { $0.about(uid: [node.metadata.uid]) + $0.about(uid: [object.selected.name]) }
        let slices = try await resourceSlices(ofNode: object.selected.name)
        return NodeDescriber(
            node: node, pods: try await pods.get(), lease: await lease, slices: slices, events: named)
    }

    private func namespaceDescriber(_ object: DescribedObject) async throws(ClientError) -> NamespaceDescriber {
        async let quotas = list("resourcequotas", of: ResourceQuota.self, in: object.selected.name)
        async let ranges = list("limitranges", of: LimitRange.self, in: object.selected.name)
        let namespace = try decode(Namespace.self, try await value(of: object))
        return NamespaceDescriber(
            namespace: namespace, quotas: try await quotas.get(), limitRanges: try await ranges.get())
    }

    private func genericDescriber(_ object: DescribedObject) async throws(ClientError) -> GenericDescriber {
        async let events = events(of: object, kind: object.selected.mapping.gvk.kind)
        let value = try await value(of: object)
        let uid = value["metadata"]?["uid"]?.string ?? ""
        return GenericDescriber(object: value, events: await events.map { $0.about(uid: [uid]) })
    }

    // MARK: - Parts

    func value(of object: DescribedObject) async throws(ClientError) -> JSONValue {
        if let value = object.value { return value }
        if object.isFromManifest {
            return try await cluster.client.json(.get(object.selected.location), numbers: .normalizedAsGo)
        }
        return try await cluster.object(object.selected.location, numbers: .normalizedAsGo)
    }

    /// The object as `version` of its group has it, which is the only one that kubectl describes the kind in.
    func value(of object: DescribedObject, version: String) async throws(ClientError) -> JSONValue {
        var location = object.selected.location
        let named = location.resource
        guard named.version != version else { return try await value(of: object) }
        location.resource = GroupVersionResource(group: named.group, version: version, resource: named.resource)
        async let asNamed = existence(of: object)
        let value = await described(at: location)
        // kubectl looks first for an object that was named, in the version it was named in.
        try await asNamed.get()
        return try value.get()
    }

    private func described(at location: ResourceLocation) async -> Result<JSONValue, ClientError> {
        do throws(ClientError) {
            return .success(try await cluster.client.json(.get(location)))
        } catch {
            return .failure(error)
        }
    }

    /// Looks for an object in the version it was named in, unless it was listed, or a manifest names it.
    private func existence(of object: DescribedObject) async -> Result<Void, ClientError> {
        guard object.value == nil, !object.isFromManifest else { return .success(()) }
        do throws(ClientError) {
            _ = try await cluster.object(object.selected.location)
            return .success(())
        } catch {
            return .failure(error)
        }
    }

    /// The object as `version` of its group has it.
    func model<Model: Decodable>(
        _ object: DescribedObject, version: String = "v1", as type: Model.Type = Model.self
    ) async throws(ClientError) -> Model {
        try decode(type, try await value(of: object, version: version))
    }

    func decode<Model: Decodable>(_ type: Model.Type, _ value: JSONValue) throws(ClientError) -> Model {
        do { return try value.decoded(as: type) } catch { throw .unexpectedObject(error) }
    }

    /// The events of an object's name; nil where they are not wanted, none where they cannot be had.
    func events(of object: DescribedObject, kind: String?) async -> [Event]? {
        switch await eventsAnswer(of: object, kind: kind) {
        case nil: nil
        case .success(let events): events
        case .failure: []  // kubectl passes over what goes wrong here.
        }
    }

    /// The events of an object's name, or why they cannot be had; nil where they are not wanted.
    func eventsAnswer(of object: DescribedObject, kind: String?) async -> Result<[Event], ClientError>? {
        guard showsEvents else { return nil }
        let selected = object.selected
        var fields = ["involvedObject.name=\(selected.name)", "involvedObject.namespace=\(selected.namespace ?? "")"]
        if let kind { fields.append("involvedObject.kind=\(kind)") }
        var query = ListQuery()
        query.fieldSelector = fields.sorted().joined(separator: ",")
        let events = ResourceLocation(
            GroupVersionResource(group: "", version: "v1", resource: "events"), namespace: selected.namespace)
        return await all(Event.self, at: events, query)
    }

    func list<Model: Decodable & Sendable>(
        _ resource: String, of type: Model.Type, in namespace: String
    ) async -> Result<[Model]?, ClientError> {
        let location = ResourceLocation(
            GroupVersionResource(group: "", version: "v1", resource: resource), namespace: namespace)
        switch await all(type, at: location, ListQuery()) {
        case .success(let models): return .success(models)
        case .failure(.status(let status)) where status.isNotFound: return .success(nil)
        case .failure(let error): return .failure(error)
        }
    }

    /// The devices of the node alone; none where the server does not have the resource or does not tell.
    func resourceSlices(ofNode name: String) async throws(ClientError) -> [ResourceSlice] {
        guard let mapping = try await cluster.discovery.knownMapping(forArgument: "resourceslices.v1.resource.k8s.io")
        else { return [] }
        var query = ListQuery()
        query.fieldSelector = "spec.nodeName=\(name)"
        switch await all(ResourceSlice.self, at: mapping.location(namespace: nil), query) {
        case .success(let slices): return slices
        case .failure: return []
        }
    }

    func lease(ofNode name: String) async -> NodeDescriber.LeaseResult {
        let leases = GroupVersionResource(group: "coordination.k8s.io", version: "v1", resource: "leases")
        do throws(ClientError) {
            let value = try await cluster.client.json(
                .get(ResourceLocation(leases, namespace: "kube-node-lease", name: name)))
            return .found(try decode(Lease.self, value))
        } catch {
            return .failed(error.message)
        }
    }

    /// The pods that count for a node's resources; nil where the user may not see them.
    func pods(onNode name: String) async -> Result<[Pod]?, ClientError> {
        var query = ListQuery()
        query.fieldSelector = "spec.nodeName=\(name),status.phase!=Failed,status.phase!=Succeeded"
        let pods = ResourceLocation(GroupVersionResource(group: "", version: "v1", resource: "pods"))
        switch await all(Pod.self, at: pods, query) {
        case .success(let pods): return .success(pods)
        case .failure(.status(let status)) where status.isForbidden: return .success(nil)
        case .failure(let error): return .failure(error)
        }
    }

    /// All items of a collection, part by part.
    func all<Model: Decodable & Sendable>(
        _ type: Model.Type, at location: ResourceLocation, _ query: ListQuery
    ) async -> Result<[Model], ClientError> {
        var query = query
        query.limit = chunkSize
        var models: [Model] = []
        do throws(ClientError) {
            repeat {
                let part = try await cluster.client.json(.get(location, query: query))
                for item in part["items"]?.array ?? [] { models.append(try decode(type, item)) }
                query.continuation = part["metadata"]?["continue"]?.string ?? ""
            } while !query.continuation.isEmpty
            return .success(models)
        } catch {
            return .failure(error)
        }
    }
}

extension [Event]? {
    /// The events about this object alone; nil where they are not wanted.
    func about(_ metadata: ObjectMeta) -> [Event]? {
        self?.about(uid: [metadata.uid])
    }
}

extension [Event] {
    /// The events about one of these uids.
    func about(uid uids: [String]) -> [Event] {
        filter { uids.contains($0.involvedObject.uid) }
    }
}
