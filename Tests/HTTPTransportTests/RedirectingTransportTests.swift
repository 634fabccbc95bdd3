import TestSupport
import Testing

@testable import HTTPTransport

/// The rules of Go's http.Client.
@Suite struct RedirectingTransportTests {
    private let stub = StubTransport()
    private let base = "http://a.example:8080"

    private func redirect(_ status: Int, _ location: String) -> StubResponse {
        .text("", status: status, headers: ["Location": location])
    }

    private func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        try await RedirectingTransport(stub).send(request)
    }

    @Test(arguments: [
        ("http://a.example:8080/x", "http://a.example:8080/x"), ("/x?y=1", "http://a.example:8080/x?y=1"),
        ("//b/x", "http://b/x"), ("x", "http://a.example:8080/1/x"), ("../x", "http://a.example:8080/x"),
        ("./x/../y/.", "http://a.example:8080/1/y/"), ("?q", "http://a.example:8080/1/2?q"),
        ("x#frag", "http://a.example:8080/1/x"), ("../../../x", "http://a.example:8080/x"),
        ("#", "http://a.example:8080/1/2?o"),
    ])
    func resolvesTheLocation(location: String, url: String) throws {
        let from = try #require(RequestURL(base + "/1/2?o"))
        #expect(Redirect.resolve(location, from) == url)
    }

    @Test func followsAndKeepsTheHeaders() async throws {
        stub.on("GET", "/1", redirect(302, "/2")).on("GET", "/2", .text("end"))
        let request = HTTPRequest(url: base + "/1", headers: ["Authorization": "Bearer x", "Accept": "a/b"])
        #expect(try await send(request).body.collect(limit: 10) == Array("end".utf8))
        #expect(stub.requests.last?.headers == request.headers)
    }

    @Test(arguments: [
        ("http://b.example/", false), ("http://sub.a.example/", true), ("https://a.example/", true),
        ("http://nota.example/", false),
    ])
    func credentialsStayWithTheirHost(location: String, areKept: Bool) async throws {
        stub.on("GET", "/1", redirect(307, location)).on("GET", "/", .text("end"))
        _ = try await send(HTTPRequest(url: base + "/1", headers: ["Authorization": "Bearer x", "Accept": "a/b"]))
        #expect(stub.requests.last?.headers["Authorization"] == (areKept ? "Bearer x" : nil))
        #expect(stub.requests.last?.headers["Accept"] == "a/b")
    }

    @Test(arguments: [(301, "GET"), (302, "GET"), (303, "GET"), (307, "POST"), (308, "POST")])
    func theStatusDecidesWhatIsSentAgain(status: Int, method: String) async throws {
        stub.on("POST", "/1", redirect(status, "/2")).on(method, "/2", .text("end"))
        let request = HTTPRequest(
            method: "POST", url: base + "/1", headers: ["Content-Type": "a/b"], body: Array("body".utf8))
        _ = try await send(request)
        #expect(stub.requests.last?.body == (method == "POST" ? request.body : nil))
    }

    @Test(arguments: [200, 300, 304, 305])
    func otherStatusesAreResponses(status: Int) async throws {
        stub.on("GET", "/1", redirect(status, "/2"))
        #expect(try await send(HTTPRequest(url: base + "/1")).status == status)
    }

    @Test func aRedirectWithoutALocationIsAResponse() async throws {
        stub.on("GET", "/1", .text("", status: 302))
        #expect(try await send(HTTPRequest(url: base + "/1")).status == 302)
    }

    @Test func stopsAfterTenRequests() async throws {
        stub.on("GET", "/1", repeated: true, redirect(302, "/1"))
        await #expect(throws: TransportError.tooManyRedirects(limit: 10)) {
            try await send(HTTPRequest(url: base + "/1"))
        }
        #expect(stub.requests.count == 10)
    }
}
