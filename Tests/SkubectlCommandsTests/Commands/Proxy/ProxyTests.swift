import HTTPServer
import HTTPTransport
import KubeClient
import KubeConfig
import StdlibExtensions
import SystemIO
import TestSupport
import Testing

@testable import SkubectlCommands

/// The proxy over real sockets, with a server that is none.
@Suite(.timeLimit(.minutes(1)))
struct ProxyTests {
    private struct NoCredentials: CredentialSource {
        func authorization() async throws(CredentialError) -> String? { "Bearer secret" }
        func clientCertificate() async throws(CredentialError) -> ClientConfiguration.ClientCertificate? { nil }
        func renewAfterRejection() async -> Bool { false }
    }

    /// Sends `request` to a proxy in front of `transport`, and returns all it answers.
    private func answer(
        _ request: String, from transport: StubTransport, console: MemoryConsole = MemoryConsole(),
        server: String = "http://api.example"
    ) async throws -> String {
        let forwarder = RequestForwarder(
            configuration: ClientConfiguration(server: server), transport: transport, credentials: NoCredentials(),
            userAgent: "skubectl/test")
        let log = DiagnosticLog(verbosity: 0, console: console)
        let handler = APIProxy(server: ProxiedServer(server, appendsPath: false), forwarder: forwarder, log: log)
        let listener = try SocketListener(on: .internet(address: [127, 0, 0, 1], port: 0))
        let serving = Task { try await HTTPServer(handler).serve(listener) }
        defer {
            serving.cancel()
            listener.close()
        }
        let client = try await SocketConnection.connect(to: listener.endpoint)
        try await client.send(Array(request.utf8))
        var answer: [UInt8] = []
        while let bytes = try await client.receive() { answer += bytes }
        return String(decoding: answer, as: UTF8.self)
    }

    @Test func aRequestIsPassedOnWithTheUsersCredentials() async throws {
        let transport = StubTransport()
        transport.on("GET", "/api/v1/pods?limit=5", .json("{}", headers: ["Date": "today", "Connection": "x"]))
        let text = try await answer(
            "GET /api/v1/pods?limit=5 HTTP/1.1\r\nHost: localhost\r\nConnection: close, X-Own\r\nX-Own: 1\r\nX-Kept: 2\r\n\r\n",
            from: transport)
        #expect(
            text == """
                HTTP/1.1 200 OK\r
                Content-Type: application/json\r
                Date: today\r
                Connection: close\r
                Transfer-Encoding: chunked\r
                \r
                2\r
                {}\r
                0\r
                \r

                """)
        let headers = try #require(transport.requests.first).headers
        #expect(headers["Authorization"] == "Bearer secret")
        #expect(headers["User-Agent"] == "skubectl/test")
        #expect(headers["X-Forwarded-For"] == "127.0.0.1")
        #expect(headers["X-Kept"] == "2")
        #expect(headers["X-Own"] == nil)
        #expect(headers["Connection"] == nil)
    }

    @Test func credentialsOfTheClientGoBefore() async throws {
        let transport = StubTransport()
        transport.on("GET", "/version", .json("{}"))
        _ = try await answer(
            "GET /version HTTP/1.0\r\nAuthorization: Basic x\r\nX-Forwarded-For: 10.0.0.1\r\n\r\n", from: transport)
        let headers = try #require(transport.requests.first).headers
        #expect(headers["Authorization"] == "Basic x")
        #expect(headers["X-Forwarded-For"] == "10.0.0.1, 127.0.0.1")
    }

    @Test func aBodyIsUploadedAndNotCollected() async throws {
        let transport = StubTransport()
        transport.on("POST", "/api", body: .nothing, .json("{}", headers: ["Content-Length": "2"]))
        let text = try await answer(
            "POST /api HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc", from: transport)
        #expect(text.hasSuffix("\r\n\r\n{}"))
        #expect(try #require(transport.requests.first).upload?.length == 3)
        #expect(try #require(transport.requests.first).headers["Content-Length"] == nil)
    }

    @Test func aResponseThatBreaksOffIsNotTakenForAWholeOne() async throws {
        let transport = StubTransport()
        transport.on("GET", "/log", .chunks(["half"], ending: .failure(.endOfStream(inBody: true))))
        let text = try await answer("GET /log HTTP/1.1\r\nHost: a\r\n\r\n", from: transport)
        #expect(text.hasSuffix("4\r\nhalf\r\n"))
    }

    @Test func aFailureIsToldToBothSides() async throws {
        let transport = StubTransport()
        let console = MemoryConsole()
        transport.on("GET", "/version", .failure(.endOfStream(inBody: false)))
        let text = try await answer(
            "GET /version HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", from: transport, console: console)
        #expect(text.hasPrefix("HTTP/1.1 500 Internal Server Error\r\n"))
        #expect(text.hasSuffix("\r\n\r\nEOF\n"))
        #expect(console.error.hasSuffix("proxy_server.go:147] Error while proxying request: EOF\n"))
    }

    @Test func anUpgradedConnectionCarriesBytesBothWays() async throws {
        let transport = StubTransport()
        let server = MemoryConnection()
        server.onSend { bytes in
            server.deliver(bytes.reversed())
            server.end()
        }
        transport.on("POST", "/exec", .switching(["Upgrade": "SPDY/3.1", "Connection": "Upgrade"], to: server))
        let text = try await answer(
            "POST /exec HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: SPDY/3.1\r\n\r\nabc", from: transport)
        #expect(text == "HTTP/1.1 101 Switching Protocols\r\nUpgrade: SPDY/3.1\r\nConnection: Upgrade\r\n\r\ncba")
        #expect(server.isClosed)
        #expect(try #require(transport.requests.first).headers["Upgrade"] == "SPDY/3.1")
    }

    @Test func theServersPathCountsWhereItIsWanted() {
        func url(_ appends: Bool) -> String { ProxiedServer("https://h:1/base", appendsPath: appends).path }
        #expect(url(true) == "/base")
        #expect(ProxiedServer("https://h:1", appendsPath: true).path.isEmpty)
    }

    @Test func onlyWhatFitsTheRulesPasses() throws {
        let rules = RequestFilter.Rules(
            acceptedPaths: [try RegularExpression("^.*")], rejectedPaths: [try RegularExpression("^/api/.*/exec")],
            acceptedHosts: [try RegularExpression("^localhost$")], rejectedMethods: [try RegularExpression("^POST$")])
        #expect(rules.accept(method: "GET", path: "/api/v1", host: "localhost"))
        #expect(!rules.accept(method: "POST", path: "/api/v1", host: "localhost"))
        #expect(!rules.accept(method: "GET", path: "/api/v1/pods/x/exec", host: "localhost"))
        #expect(!rules.accept(method: "GET", path: "/api/v1", host: "localhost.evil"))
    }

    @Test(arguments: [
        ("localhost:80", "localhost"), ("[::1]:80", "::1"), ("[::1]", "[::1]"), ("::1", "::1"), ("a", "a"), ("", ""),
    ])
    func hostsAreTakenWithoutTheirPorts(field: String, host: String) {
        #expect(RequestFilter.withoutPort(field) == host)
    }
}
