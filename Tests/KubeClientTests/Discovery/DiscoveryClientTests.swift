import HTTPTransport
import KubeModel
import TestSupport
import Testing

@testable import KubeClient

@Suite struct DiscoveryClientTests {
    private static let pods: APIResource = {
        var pods = APIResource(
            name: "pods", singularName: "pod", gvk: GroupVersionKind(group: "", version: "v1", kind: "Pod"),
            isNamespaced: true, verbs: ["get", "patch"])
        pods.shortNames = ["po"]
        pods.categories = ["all"]
        return pods
    }()
    private static let nodes = APIResource(
        name: "nodes", singularName: "node", gvk: GroupVersionKind(group: "", version: "v1", kind: "Node"),
        isNamespaced: false, verbs: ["get"])
    private static let deployments: APIResource = {
        var deployments = APIResource(
            name: "deployments", singularName: "deployment",
            gvk: GroupVersionKind(group: "apps", version: "v1", kind: "Deployment"), isNamespaced: true, verbs: ["get"])
        deployments.shortNames = ["deploy"]
        return deployments
    }()

    private static let core = APIGroup(
        name: "", versions: [.init(version: "v1", resources: [pods, nodes])], preferredVersion: "v1")

    private func snapshot(_ transport: StubTransport) async throws(ClientError) -> DiscoverySnapshot {
        try await DiscoveryClient(client: APIClient(transport)).snapshot()
    }

    @Test func aServerThatAggregatesIsAskedTwice() async throws {
        let transport = DiscoveryAnswers.aggregated()
        let snapshot = try await snapshot(transport)
        #expect(
            snapshot.groups == [
                Self.core,
                APIGroup(
                    name: "apps", versions: [.init(version: "v1", resources: [Self.deployments])],
                    preferredVersion: "v1"),
            ])
        #expect(snapshot.supportsFieldValidation)
        let formats = transport.requests.map { $0.headers["Accept"]?.split(separator: ",").map(String.init) ?? [] }
        #expect(
            formats.allSatisfy {
                $0 == [
                    "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList",
                    "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList", "application/json",
                ]
            })
    }

    /// kubectl: `stale GroupVersion discovery: apps/v2`.
    @Test func aStaleVersionIsNotThere() async throws {
        let snapshot = try await snapshot(DiscoveryAnswers.aggregated())
        let apps = GroupVersion(group: "apps", version: "v2")
        #expect(snapshot.failures == [.init(groupVersion: apps, reason: .stale)])
        #expect(!snapshot.isComplete)
    }

    @Test func anOlderServerIsAskedVersionByVersion() async throws {
        let transport = DiscoveryAnswers.plain()
        let snapshot = try await snapshot(transport)
        #expect(
            snapshot.groups == [
                Self.core,
                APIGroup(
                    name: "apps",
                    versions: [
                        .init(version: "v1", resources: [Self.deployments]), .init(version: "v1beta1", resources: nil),
                    ], preferredVersion: "v1"),
            ])
        #expect(!snapshot.supportsFieldValidation)
        #expect(transport.lines.count == 5)
    }

    /// kubectl: `received empty response for: apps/v1beta1`; there is nothing more to ask for.
    @Test func aVersionWithoutResourcesIsNamed() async throws {
        let snapshot = try await snapshot(DiscoveryAnswers.plain())
        let beta = GroupVersion(group: "apps", version: "v1beta1")
        #expect(snapshot.failures == [.init(groupVersion: beta, reason: .empty)])
        #expect(snapshot.isComplete)
    }

    @Test func aVersionThatFailsLeavesTheOthers() async throws {
        let transport = DiscoveryAnswers.plainRoots()
            .on("GET", "/api/v1?timeout=32s", .json(DiscoveryAnswers.corePods))
            .on("GET", "/apis/apps/v1?timeout=32s", DiscoveryAnswers.failure(503, "ServiceUnavailable"))
            .on("GET", "/apis/apps/v1beta1?timeout=32s", .json(DiscoveryAnswers.deployments))
        let snapshot = try await snapshot(transport)
        #expect(snapshot.resources.map(\.name) == ["pods", "nodes", "deployments"])
        let status = APIStatus(code: 503, reason: "ServiceUnavailable", message: "sorry")
        #expect(
            snapshot.failures == [
                .init(groupVersion: GroupVersion(group: "apps", version: "v1"), reason: .request(.status(status)))
            ])
        #expect(!snapshot.isComplete)
    }

    @Test func aServerWithoutACoreGroup() async throws {
        let transport = StubTransport()
            .on("GET", DiscoveryAnswers.core, DiscoveryAnswers.failure(404, "NotFound"))
            .on("GET", DiscoveryAnswers.named, .json(DiscoveryAnswers.aggregatedGroups))
        let snapshot = try await snapshot(transport)
        #expect(snapshot.groups.map(\.name) == ["apps"])
        #expect(snapshot.supportsFieldValidation)
    }

    @Test func aCoreGroupWithoutItsVersion() async throws {
        let transport = StubTransport()
            .on("GET", DiscoveryAnswers.core, .json(DiscoveryAnswers.plainCore))
            .on("GET", DiscoveryAnswers.named, .json(#"{"kind": "APIGroupList", "groups": []}"#))
            .on("GET", "/api/v1?timeout=32s", DiscoveryAnswers.failure(404, "NotFound"))
        let snapshot = try await snapshot(transport)
        #expect(snapshot.failures.map(\.reason) == [.empty])
    }

    /// client-go does not look into the bodies of these answers; what they say themselves is "sorry".
    @Test(arguments: [
        (403, "Forbidden", "unknown"), (404, "NotFound", "the server could not find the requested resource"),
        (401, "Unauthorized", "the server has asked for the client to provide credentials"),
        (
            500, "InternalError",
            "an error on the server (\"unknown\") has prevented the request from succeeding"
        ),
    ])
    func aServerThatRefusesItsGroups(_ code: Int, _ reason: String, _ message: String) async throws {
        let transport = StubTransport()
            .on("GET", DiscoveryAnswers.core, .json(DiscoveryAnswers.plainCore))
            .on("GET", DiscoveryAnswers.named, DiscoveryAnswers.failure(code, reason))
        let error = await #expect(throws: ClientError.self) { try await snapshot(transport) }
        guard case .status(let status) = error else {
            Issue.record("threw \(String(describing: error))")
            return
        }
        #expect((status.code, status.reason, status.message) == (code, reason, message))
    }

    @Test func aServerThatRefusesItsCoreGroup() async throws {
        let transport = StubTransport()
            .on("GET", DiscoveryAnswers.core, .text("not today", status: 403))
            .on("GET", DiscoveryAnswers.named, .json(DiscoveryAnswers.plainGroups))
        let error = await #expect(throws: ClientError.self) { try await snapshot(transport) }
        guard case .status(let status) = error else {
            Issue.record("threw \(String(describing: error))")
            return
        }
        #expect(status.message == "not today")
    }

    @Test func theCoreGroupsFailureIsToldFirst() async throws {
        let transport = StubTransport()
            .on("GET", DiscoveryAnswers.core, .failure(.cancelled))
            .on("GET", DiscoveryAnswers.named, DiscoveryAnswers.failure(403, "Forbidden"))
        let url = "https://cluster.test:6443\(DiscoveryAnswers.core)"
        await #expect(throws: ClientError.transport(.cancelled, method: "GET", url: url)) {
            try await snapshot(transport)
        }
    }

    @Test func groupVersionsNeedOnlyTheRoots() async throws {
        let client = DiscoveryClient(client: APIClient(DiscoveryAnswers.plainRoots()))
        #expect(try await client.groupVersions().map(\.apiVersion) == ["v1", "apps/v1", "apps/v1beta1"])
    }

    @Test(arguments: ["{}", "[]", #"{"kind": "Other"}"#, #"{"kind": "APIGroupList", "groups": [{}, 5]}"#])
    func documentsThatTellNothing(_ text: String) async throws {
        let transport = StubTransport()
            .on("GET", DiscoveryAnswers.core, .json(text)).on("GET", DiscoveryAnswers.named, .json(text))
        #expect(try await snapshot(transport) == DiscoverySnapshot(groups: []))
    }
}
