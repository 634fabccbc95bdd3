import JSONModel
import KubeModel
import TestSupport
import Testing

@testable import Renderers

/// Workloads with all they can have, and with next to nothing, as kubectl describes them.
struct WorkloadDescriberTests {
    private let fixture = Fixture()

    private func model<Model: Decodable>(_ name: String) throws -> Model {
        try fixture.json("describe/workloads/\(name).json").decoded()
    }

    private func counts(_ metadata: ObjectMeta) throws -> PodCounts {
        PodCounts(try model("pods"), controlledBy: metadata.uid)
    }

    private func deployment(_ name: String, _ candidates: [JSONValue]) throws -> DeploymentDescriber {
        let value = try fixture.json("describe/workloads/\(name).json")
        let deployment: Deployment = try value.decoded()
        return DeploymentDescriber(
            deployment, selector: try deployment.spec.selector.queryText(),
            replicaSets: try DeploymentReplicaSets(of: value, among: candidates), events: nil)
    }

    @Test(arguments: ["deployment-full", "deployment-sparse"])
    func describesDeployments(name: String) throws {
        try DescribeGolden.compare(deployment(name, []), "workloads/\(name)")
    }

    @Test func tellsReplicaSetsApart() throws {
        let sets = try fixture.json("describe/workloads/deployment-recreated-sets.json").array ?? []
        let describer = try deployment("deployment-recreated", sets)
        try DescribeGolden.compare(describer, "workloads/deployment-recreated")
    }

    @Test func leavesOutReplicaSetsThatCannotBeHad() throws {
        let deployment: Deployment = try model("deployment-sparse")
        let bytes = DeploymentDescriber(deployment, selector: "", replicaSets: nil, events: nil)
            .render(now: .zero, zone: .utc)
        #expect(!String(decoding: bytes, as: UTF8.self).contains("ReplicaSet:"))
    }

    @Test func describesReplicaSets() throws {
        let set: ReplicaSet = try model("replicaset-orphan")
        let describer = ReplicaSetDescriber(set, pods: .found(try counts(set.metadata)), events: nil)
        try DescribeGolden.compare(describer, "workloads/replicaset-orphan")

        let blind = ReplicaSetDescriber(set, pods: .failed("no"), events: nil).render(now: .zero, zone: .utc)
        #expect(String(decoding: blind, as: UTF8.self).contains("\nPods Status:  error in fetching pods: no\n"))
    }

    @Test(arguments: ["controller-full", "controller-bare"])
    func describesReplicationControllers(name: String) throws {
        let controller: ReplicationController = try model(name)
        let describer = ReplicationControllerDescriber(
            controller, pods: try counts(controller.metadata), events: nil)
        try DescribeGolden.compare(describer, "workloads/\(name)")
    }

    @Test(arguments: ["statefulset-full", "statefulset-unpartitioned"])
    func describesStatefulSets(name: String) throws {
        let set: StatefulSet = try model(name)
        let describer = StatefulSetDescriber(
            set, selector: try set.spec.selector.queryText(), pods: try counts(set.metadata), events: nil)
        try DescribeGolden.compare(describer, "workloads/\(name)")
    }

    @Test func describesDaemonSets() throws {
        let set: DaemonSet = try model("daemonset-full")
        let describer = DaemonSetDescriber(
            set, selector: try set.spec.selector.queryText(), pods: try counts(set.metadata), events: nil)
        try DescribeGolden.compare(describer, "workloads/daemonset-full")
    }

    @Test(arguments: ["job-full", "job-few-indexes", "job-no-indexes", "job-bare"])
    func describesJobs(name: String) throws {
        let job: Job = try model(name)
        let describer = JobDescriber(job, selector: try job.spec.selector.queryText(), events: nil)
        try DescribeGolden.compare(describer, "workloads/\(name)")
    }

    @Test(arguments: ["cronjob-full", "cronjob-bare"])
    func describesCronJobs(name: String) throws {
        let cronJob: CronJob = try model(name)
        let selector = try cronJob.spec.jobTemplate.spec.selector.map { try $0.queryText() } ?? "<unset>"
        try DescribeGolden.compare(CronJobDescriber(cronJob, selector: selector, events: nil), "workloads/\(name)")
    }
}
