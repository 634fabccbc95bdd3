import JSONModel
import KubeClient
import KubeModel
import Renderers

/// Workloads and the pods they manage.
extension DescriptionSource {
    func deploymentDescriber(_ object: DescribedObject) async throws -> DeploymentDescriber {
        async let events = events(of: object, kind: "Deployment")
        let value = try await value(of: object, version: "v1")
        let deployment = try decode(Deployment.self, value)
        let selector = try deployment.spec.selector.queryText()
        let replicaSets = await replicaSets(of: value, deployment.metadata, selector: selector)
        return DeploymentDescriber(
            deployment, selector: selector, replicaSets: replicaSets,
            events: await events.about(deployment.metadata))
    }

    func replicaSetDescriber(_ object: DescribedObject) async throws -> ReplicaSetDescriber {
        async let events = events(of: object, kind: "ReplicaSet")
        let set: ReplicaSet = try await model(object)
        let pods: ReplicaSetDescriber.Pods
        switch await podCounts(of: set.metadata, selector: try set.spec.selector.queryText()) {
        case .success(let counts): pods = .found(counts)
        case .failure(let error): pods = .failed(error.message)
        }
        return ReplicaSetDescriber(set, pods: pods, events: await events.about(set.metadata))
    }

    func replicationControllerDescriber(
        _ object: DescribedObject
    ) async throws -> ReplicationControllerDescriber {
        async let events = events(of: object, kind: "ReplicationController")
        let controller: ReplicationController = try await model(object)
        let selector = Labels.sorted(controller.spec.selector).map { "\($0.key)=\($0.value)" }
        let pods = await podCounts(of: controller.metadata, selector: selector.joined(separator: ","))
        return ReplicationControllerDescriber(
            controller, pods: try pods.get(), events: await events.about(controller.metadata))
    }

    func statefulSetDescriber(_ object: DescribedObject) async throws -> StatefulSetDescriber {
        async let events = events(of: object, kind: "StatefulSet")
        let set: StatefulSet = try await model(object)
        let selector = try set.spec.selector.queryText()
        let pods = await podCounts(of: set.metadata, selector: selector)
        return StatefulSetDescriber(
            set, selector: selector, pods: try pods.get(), events: await events.about(set.metadata))
    }

    func daemonSetDescriber(_ object: DescribedObject) async throws -> DaemonSetDescriber {
        async let events = events(of: object, kind: "DaemonSet")
        let set: DaemonSet = try await model(object)
        let selector = try set.spec.selector.queryText()
        let pods = await podCounts(of: set.metadata, selector: selector)
        return DaemonSetDescriber(
            set, selector: selector, pods: try pods.get(), events: await events.about(set.metadata))
    }

    func jobDescriber(_ object: DescribedObject) async throws(ClientError) -> JobDescriber {
        async let events = events(of: object, kind: "Job")
        let job: Job = try await model(object)
        return JobDescriber(
            job, selector: Self.text(job.spec.selector), events: await events.about(job.metadata))
    }

    func cronJobDescriber(_ object: DescribedObject) async throws(ClientError) -> CronJobDescriber {
        async let events = events(of: object, kind: "CronJob")
        let cronJob: CronJob = try await model(object)
        let selector = cronJob.spec.jobTemplate.spec.selector
        return CronJobDescriber(
            cronJob, selector: selector == nil ? "<unset>" : Self.text(selector),
            events: await events.about(cronJob.metadata))
    }

    // MARK: - Parts

    /// The selector as it is written for `-l`, or why it cannot be.
    private static func text(_ selector: LabelSelector?) -> String {
        do throws(LabelSelectorError) {
            return try selector.queryText()
        } catch {
            return "Failed to get selector: \(error.message)"
        }
    }

    /// The pods that a workload selects and manages.
    private func podCounts(
        of metadata: ObjectMeta, selector: String
    ) async -> Result<PodCounts, ClientError> {
        let pods = GroupVersionResource(group: "", version: "v1", resource: "pods")
        let location = ResourceLocation(pods, namespace: metadata.namespace)
        return await all(PodOutline.self, at: location, .labeled(selector)).map { pods in
            PodCounts(pods, controlledBy: metadata.uid)
        }
    }

    /// The replica sets that a deployment selects and manages; nil where they cannot be had, which kubectl passes over.
    private func replicaSets(
        of deployment: JSONValue, _ metadata: ObjectMeta, selector: String
    ) async -> DeploymentReplicaSets? {
        let resource = GroupVersionResource(group: "apps", version: "v1", resource: "replicasets")
        let location = ResourceLocation(resource, namespace: metadata.namespace)
        guard case .success(let sets) = await all(JSONValue.self, at: location, .labeled(selector)) else { return nil }
        return try? DeploymentReplicaSets(of: deployment, among: sets)  // Sets of another form cannot be had either.
    }
}

extension ListQuery {
    /// The objects that a selector meets.
    static func labeled(_ selector: String) -> ListQuery {
        var query = ListQuery()
        query.labelSelector = selector
        return query
    }
}
