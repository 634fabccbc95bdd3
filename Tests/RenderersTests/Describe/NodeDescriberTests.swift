import JSONModel
import KubeModel
import TestSupport
import Testing

@testable import Renderers

/// Nodes with pods of all sorts, as kubectl describes them.
struct NodeDescriberTests {
    private let fixture = Fixture()

    private func describer(_ name: String, _ lease: NodeDescriber.LeaseResult) throws -> NodeDescriber {
        NodeDescriber(
            node: try fixture.json("describe/\(name).json").decoded(),
            pods: try fixture.json("describe/node-pods.json").decoded(), lease: lease,
            slices: try fixture.json("describe/node-slices.json").decoded(), events: [])
    }

    @Test func describesAFullNode() throws {
        let lease: Lease = try fixture.json("describe/node-lease.json").decoded()
        try DescribeGolden.compare(describer("node-full", .found(lease)), "node-full")
    }

    @Test func describesANodeWithoutAnything() throws {
        let reason = "not found: /apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases/bare"
        try DescribeGolden.compare(describer("node-bare", .failed(reason)), "node-bare")
    }

    @Test func tellsThatPodsMustNotBeSeen() throws {
        let node: Node = try fixture.json("describe/node-bare.json").decoded()
        let bytes = NodeDescriber(node: node, pods: nil, lease: .failed("x"), events: nil)
            .render(now: DescribeGolden.now, zone: .utc)
        #expect(String(decoding: bytes, as: UTF8.self).hasSuffix("\nPods:                         not authorized\n"))
    }

    @Test func addsUpTheResourcesOfPods() throws {
        let pods: [Pod] = try fixture.json("describe/node-pods.json").decoded()
        let sidecar = try #require(pods.first { $0.metadata.name == "sidecar" })
        #expect(sidecar.requests(usesStatus: true)["cpu"]?.description == "220m")
        let infeasible = try #require(pods.first { $0.metadata.name == "infeasible" })
        #expect(infeasible.requests(usesStatus: true)["cpu"]?.description == "310m")
        #expect(infeasible.requests(usesStatus: false)["cpu"]?.description == "5")
        #expect(infeasible.limits(usesStatus: true)["memory"] == nil)
    }
}
