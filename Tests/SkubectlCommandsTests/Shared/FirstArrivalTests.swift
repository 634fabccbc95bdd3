import HTTPTransport
import JSONModel
import KubeClient
import KubeModel
import TestSupport
import Testing

@testable import KubeConfig
@testable import SkubectlCommands

@Suite struct FirstArrivalTests {
    private let transport = StubTransport()

    private func objects(_ resources: String..., within limit: Duration) async throws -> [String]? {
        let client = APIClient(
            configuration: ClientConfiguration(server: "https://cluster.test:6443"), transport: transport,
            credentials: FixedCredentials(header: nil, certificate: nil), userAgent: "stub/1", onWarning: { _ in })
        let watches = resources.map {
            CollectionWatch(client, ResourceLocation(GroupVersionResource(group: "", version: "v1", resource: $0)))
        }
        return try await FirstArrival(watches: watches, limit: limit).objects()?
            .map { $0["metadata"]?["name"]?.string ?? "?" }
    }

    private func list(_ resource: String, _ names: String...) {
        let items = names.map { #"{"metadata":{"name":"\#($0)"}}"# }.joined(separator: ",")
        transport.on(
            "GET", "/api/v1/\(resource)?limit=500",
            .json(#"{"metadata":{"resourceVersion":"5"},"items":[\#(items)]}"#))
    }

    private func watch(_ resource: String, _ response: StubResponse) {
        transport.on(
            "GET",
            "/api/v1/\(resource)?allowWatchBookmarks=true&resourceVersion=5&timeoutSeconds=30&watch=true", response)
    }

    @Test func whatIsThereIsWaitedForNoLonger() async throws {
        list("pods", "a", "b")
        #expect(try await objects("pods", within: .seconds(60)) == ["a", "b"])
        transport.verify()
    }

    @Test func theFirstToComeEndsTheWaiting() async throws {
        for resource in ["pods", "services"] { list(resource) }
        watch(
            "pods",
            .chunks([
                #"{"type":"DELETED","object":{"metadata":{"name":"old","resourceVersion":"6"}}}"# + "\n",
                #"{"type":"ADDED","object":{"metadata":{"name":"new","resourceVersion":"7"}}}"# + "\n",
            ]))
        watch("services", .silence)
        // Whether the other one gets as far as to watch is a matter of time.
        #expect(try await objects("pods", "services", within: .seconds(60)) == ["new"])
    }

    @Test func theTimeMayBeOverBefore() async throws {
        list("pods")
        watch("pods", .silence)
        #expect(try await objects("pods", within: .milliseconds(50)) == nil)
    }

    @Test func aRefusalIsAnError() async throws {
        let refusal = #"{"kind":"Status","status":"Failure","code":403,"reason":"Forbidden","message":"no"}"#
        transport.on("GET", "/api/v1/pods?limit=500", .json(refusal, status: 403))
        await #expect(throws: ClientError.self) { try await objects("pods", within: .seconds(60)) }
    }
}
