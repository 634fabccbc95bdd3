import HTTPTransport
import JSONModel
import KubeConfig
import KubeModel
import Synchronization
import TestSupport
import Testing

@testable import KubeClient

@Suite struct APIClientTests {
    private let transport = StubTransport()
    private let pods = ResourceLocation(
        GroupVersionResource(group: "", version: "v1", resource: "pods"), namespace: "n", name: "a")
    private static let target = "/api/v1/namespaces/n/pods/a"

    private func status(_ request: APIRequest) async -> APIStatus? {
        do {
            _ = try await APIClient(transport).json(request)
        } catch .status(let status) {
            return status
        } catch {
            Issue.record("threw \(error)")
        }
        return nil
    }

    @Test func whatIsSent() async throws {
        transport.on("POST", "/api/v1/namespaces/n/pods", body: .text(#"{"a":1}"#), .json("{}", status: 201))
        var collection = pods
        collection.name = nil
        _ = try await APIClient(transport).json(.create(["a": 1], in: collection))
        let request = try #require(transport.requests.first)
        #expect(request.url == "https://cluster.test:6443/api/v1/namespaces/n/pods")
        #expect(
            request.headers
                == [
                    "User-Agent": "stub/1", "Accept": "application/json", "Content-Type": "application/json",
                ])
    }

    /// Without its name an object's path is that of all of them.
    @Test func anObjectWithoutANameIsNotAskedFor() async {
        var unnamed = pods
        unnamed.name = ""
        for request in [APIRequest.get(unnamed), .delete(unnamed, options: [:])] {
            do {
                _ = try await APIClient(transport).json(request)
                Issue.record("nothing was thrown")
            } catch .invalidRequest(.emptyName) {
            } catch {
                Issue.record("threw \(error)")
            }
        }
        #expect(transport.requests.isEmpty)
    }

    @Test func documentsComeInPieces() async throws {
        transport.on("GET", Self.target, .chunks([#"{"a": [1.5"#, "0, ", #""é"]}"#]))
        #expect(try await APIClient(transport).json(.get(pods)) == ["a": [.number(.init(verbatim: "1.50")), "é"]])
        transport.on("GET", Self.target, .chunks(["ab", "c"]))
        #expect(try await APIClient(transport).bytes(.get(pods)) == Array("abc".utf8))
    }

    @Test(arguments: ["", "{", "{} x", "nope"])
    func aSuccessThatIsNoJSON(_ body: String) async {
        transport.on("GET", Self.target, .json(body))
        do {
            _ = try await APIClient(transport).json(.get(pods))
            Issue.record("nothing was thrown")
        } catch .malformedResponse {
        } catch {
            Issue.record("threw \(error)")
        }
    }

    @Test func aFailureSaysItself() async {
        transport.on(
            "GET", Self.target,
            .json(
                """
                {"kind": "Status", "apiVersion": "v1", "status": "Failure", "message": "pods \\"a\\" not found",
                 "reason": "NotFound", "details": {"name": "a", "kind": "pods"}}
                """, status: 404))
        let status = await status(.get(pods))
        #expect(status?.message == "pods \"a\" not found")
        #expect(status?.reason == "NotFound")
        #expect(status?.code == 404)
        #expect(status?.details?.name == "a")
    }

    /// The texts of client-go's `NewGenericServerResponse`.
    @Test(arguments: [
        (400, "BadRequest", "the server rejected our request for an unknown reason (get pods a)"),
        (401, "Unauthorized", "the server has asked for the client to provide credentials (get pods a)"),
        (403, "Forbidden", "some text (get pods a)"),
        (404, "NotFound", "the server could not find the requested resource (get pods a)"),
        (405, "MethodNotAllowed", "the server does not allow this method on the requested resource (get pods a)"),
        (406, "NotAcceptable", "some text (get pods a)"),
        (409, "Conflict", "the server reported a conflict (get pods a)"),
        (415, "UnsupportedMediaType", "some text (get pods a)"),
        (422, "Invalid", "the server rejected our request due to an error in our request (get pods a)"),
        (
            429, "TooManyRequests",
            "the server has received too many requests and has asked us to try again later (get pods a)"
        ),
        (503, "ServiceUnavailable", "the server is currently unable to handle the request (get pods a)"),
        (
            504, "Timeout",
            "the server was unable to return a response in the time allotted, but may still be processing the "
                + "request (get pods a)"
        ),
        (
            500, "InternalError",
            "an error on the server (\"some text\") has prevented the request from succeeding (get pods a)"
        ),
        (
            502, "InternalError",
            "an error on the server (\"some text\") has prevented the request from succeeding (get pods a)"
        ),
        (
            418, "",
            "the server responded with the status code 418 but did not return more information (get pods a)"
        ),
    ])
    func aFailureInPlainText(_ code: Int, _ reason: String, _ message: String) async {
        transport.on("GET", Self.target, .text(" some text\n", status: code))
        let status = await status(.get(pods))
        #expect((status?.code, status?.reason, status?.message) == (code, reason, message))
        let cause = APIStatus.Cause(reason: "UnexpectedServerResponse", message: "some text", field: "")
        #expect(status?.details?.causes == [cause])
    }

    @Test func aConflictOfACreationMeansThatTheObjectIsThere() async {
        transport.on("POST", "/api/v1/namespaces/n/pods", .text("", status: 409))
        var collection = pods
        collection.name = nil
        let status = await status(.create([:], in: collection))
        #expect(status?.reason == "AlreadyExists")
        #expect(status?.message == "the server reported a conflict (post pods)")
    }

    @Test func aFailureThatIsNeitherAStatusNorAText() async {
        transport.on("GET", "/x", .json(#"{"kind": "Other"}"#, status: 500))
        let status = await status(APIRequest(path: "/x"))
        #expect(
            status?.message == "an error on the server (\"unknown\") has prevented the request from succeeding")
    }

    @Test func aRequestWithoutAResponseIsNamed() async {
        let failure = TransportError.http2Failed(reset: nil)
        transport.on("GET", Self.target, .failure(failure))
        let url = "https://cluster.test:6443\(Self.target)"
        await #expect(throws: ClientError.transport(failure, method: "GET", url: url)) {
            try await APIClient(transport).json(.get(pods))
        }
    }

    @Test func aFailureWhoseBodyBreaksOff() async {
        let failure = TransportError.bodyTooLarge(limit: 5)
        transport.on("GET", Self.target, .chunks(["{"], status: 500, ending: .failure(failure)))
        await #expect(throws: ClientError.brokenBody(failure, isStreamed: false)) {
            try await APIClient(transport).json(.get(pods))
        }
    }

    @Test func warningsAreHandedOnFromSuccessesAndFailures() async throws {
        let warnings = Mutex<[String]>([])
        var headers: HTTPHeaders = [:]
        headers.add("Warning", #"299 - "one", 199 - "other""#)
        headers.add("warning", #"299 - "two""#)
        transport.on("GET", Self.target, .json("{}", headers: headers))
            .on("GET", Self.target, .text("", status: 500, headers: ["Warning": #"299 - "three""#]))
        try await withWarnings(into: { text in warnings.withLock { $0.append(text) } })
        #expect(warnings.withLock { $0 } == ["one", "two", "three"])
    }

    private func withWarnings(into keep: @escaping @Sendable (String) -> Void) async throws {
        let client = APIClient(transport, onWarning: keep)
        _ = try await client.json(.get(pods))
        await #expect(throws: ClientError.self) { try await client.json(.get(pods)) }
    }

    @Test func refusedCredentialsAreRenewedOnce() async throws {
        transport.on("GET", Self.target, .text("", status: 401)).on("GET", Self.target, .json("{}"))
        let client = APIClient(transport, credentials: StubCredentials(["Bearer old", "Bearer new"]))
        #expect(try await client.json(.get(pods)) == [:])
        #expect(transport.requests.map { $0.headers["Authorization"] } == ["Bearer old", "Bearer new"])
    }

    @Test func credentialsThatAreRefusedAgainFail() async throws {
        transport.on("GET", Self.target, repeated: true, .text("", status: 401))
        let client = APIClient(transport, credentials: StubCredentials(["Bearer old", "Bearer new", "Bearer third"]))
        await #expect(throws: ClientError.self) { try await client.json(.get(pods)) }
        #expect(transport.lines.count == 2)
        await #expect(throws: ClientError.self) { try await APIClient(transport).json(.get(pods)) }
        #expect(transport.lines.count == 3)
    }

    @Test func somebodyElseIsNamedInHeaders() async throws {
        transport.on("GET", Self.target, .json("{}"))
        let impersonation = Impersonation(
            user: "jane", uid: "7", groups: ["b", "a"],
            extra: ["scopes": ["x", "y"], "example.com/Key %": ["z"], "é": ["1"]])
        _ = try await APIClient(transport, impersonation: impersonation).json(.get(pods))
        let fields = try #require(transport.requests.first).headers.fields
            .filter { $0.name.hasPrefix("Impersonate") }.map { "\($0.name): \($0.value)" }
        #expect(
            fields == [
                "Impersonate-User: jane", "Impersonate-Uid: 7", "Impersonate-Group: b", "Impersonate-Group: a",
                "Impersonate-Extra-example.com%2FKey%20%25: z", "Impersonate-Extra-scopes: x",
                "Impersonate-Extra-scopes: y", "Impersonate-Extra-%C3%A9: 1",
            ])
    }

    @Test func nobodyElseIsNamedWithoutImpersonation() async throws {
        transport.on("GET", Self.target, .json("{}"))
        _ = try await APIClient(transport, impersonation: Impersonation()).json(.get(pods))
        let names = transport.requests.flatMap { $0.headers.fields.map(\.name) }
        #expect(!names.contains { $0.hasPrefix("Impersonate") })
    }
}
