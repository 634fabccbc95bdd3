import HTTPTransport
import KubeModel
import SystemIO
import TestSupport
import Testing

@testable import KubeClient

@Suite struct DiscoveryTests {
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
    }

    private func discovery(_ transport: StubTransport) -> Discovery {
        Discovery(
            client: APIClient(transport),
            cache: ServerCache(cacheFolder: folder.path, serverURL: "https://cluster.test:6443", clock: SystemClock()))
    }

    @Test func theServerIsAskedOnceACommandAndNotAgainWhileTheCacheIsFresh() async throws {
        let transport = DiscoveryAnswers.plain()
        let first = discovery(transport)
        #expect(try await first.mapping(forArgument: "po")?.gvr.resource == "pods")
        #expect(try await first.mapping(forArgument: "deploy")?.gvr.group == "apps")
        #expect(try await first.resources(inCategory: "all")?.map(\.name) == ["pods"])
        #expect(transport.lines.count == 5)
        let second = discovery(StubTransport())
        #expect(try await second.mapping(forArgument: "po")?.gvr.resource == "pods")
    }

    @Test func fiveHundredDefinitionsCostTwoRequestsAndThenNone() async throws {
        let transport = StubTransport()
            .on("GET", DiscoveryAnswers.core, .json(DiscoveryAnswers.aggregatedCore))
            .on("GET", DiscoveryAnswers.named, .json(DiscoveryAnswers.aggregatedGroups(definitions: 500)))
        let first = discovery(transport)
        let kind = GroupVersionKind(group: "g490.test", version: "v1", kind: "Thing499")
        #expect(try await first.mapping(for: kind)?.gvr.resource == "thing499s")
        #expect(try await first.mapping(forArgument: "t7")?.gvk.kind == "Thing7")
        #expect(transport.lines.count == 2)
        let second = discovery(StubTransport())
        #expect(try await second.mapping(for: kind)?.gvr.resource == "thing499s")
        #expect(try await second.mapping(forArgument: "thing250")?.gvk.kind == "Thing250")
        #expect(try await second.snapshot(allowingCache: true).groups.count == 51)
    }

    @Test func aResourceThatIsNotFoundIsLookedForOnTheServer() async throws {
        _ = try await discovery(DiscoveryAnswers.plain()).snapshot(allowingCache: true)
        let transport = DiscoveryAnswers.plainRoots()
            .on("GET", "/api/v1?timeout=32s", .json(DiscoveryAnswers.corePods))
            .on("GET", "/apis/apps/v1?timeout=32s", .json(DiscoveryAnswers.deployments))
            .on(
                "GET", "/apis/apps/v1beta1?timeout=32s",
                .json(
                    #"{"kind": "APIResourceList", "resources": [{"name": "foos", "kind": "Foo", "namespaced": true}]}"#)
            )
        let second = discovery(transport)
        #expect(try await second.mapping(forArgument: "foos")?.gvk.version == "v1beta1")
        #expect(try await second.mapping(forArgument: "none") == nil)
        let kind = GroupVersionKind(group: "apps", version: "v1", kind: "None")
        #expect(try await second.mapping(for: kind) == nil)
        #expect(transport.lines.count == 5)
        let third = discovery(StubTransport())
        #expect(try await third.mapping(forArgument: "foo")?.gvr.resource == "foos")
    }

    @Test func whatIsNotCompleteIsNotKept() async throws {
        _ = try await discovery(DiscoveryAnswers.aggregated()).snapshot(allowingCache: true)
        let transport = DiscoveryAnswers.aggregated()
        _ = try await discovery(transport).snapshot(allowingCache: true)
        #expect(transport.lines.count == 2)
    }

    @Test func theCacheCanBePassedOver() async throws {
        _ = try await discovery(DiscoveryAnswers.plain()).snapshot(allowingCache: true)
        let transport = DiscoveryAnswers.plain()
        let second = discovery(transport)
        _ = try await second.snapshot(allowingCache: true)
        #expect(transport.lines.isEmpty)
        #expect(try await second.snapshot(allowingCache: false).failures.count == 1)
        _ = try await second.snapshot(allowingCache: false)
        #expect(transport.lines.count == 5)
    }

    @Test func aFailureIsNotKept() async throws {
        let transport = StubTransport()
            .on("GET", DiscoveryAnswers.core, .failure(.cancelled))
            .on("GET", DiscoveryAnswers.named, .failure(.cancelled))
            .on("GET", DiscoveryAnswers.core, .json(DiscoveryAnswers.aggregatedCore))
            .on("GET", DiscoveryAnswers.named, .json(DiscoveryAnswers.aggregatedGroups))
        let discovery = discovery(transport)
        await #expect(throws: ClientError.self) { try await discovery.mapping(forArgument: "pods") }
        #expect(try await discovery.mapping(forArgument: "pods") != nil)
    }
}
