import Glibc
import SystemIO
import TestSupport
import Testing

@testable import HTTPTransport

/// The expected text is kubectl's standard error at the same verbosity, with its times replaced.
@Suite struct LoggingTransportTests {
    private let console = MemoryConsole()
    private let stub = StubTransport()
    private let request = HTTPRequest(
        url: "https://127.0.0.1:6443/",
        headers: [
            "User-Agent": "kubectl/v1.36.4 (linux/amd64) kubernetes/bb826b1", "Authorization": "Bearer abc",
            "Accept": "application/json, */*",
        ])

    /// What is logged, the header of each line reduced to its source, and every duration to 3.
    private func log(_ verbosity: Int, _ request: HTTPRequest, timings: TransferTimings? = nil) async -> String {
        let log = DiagnosticLog(verbosity: verbosity, console: console, clock: FixedClock(), processID: 42)
        let transport = LoggingTransport(TimedStub(base: stub, timings: timings), log: log)
        // A failure is part of what is logged.
        _ = try? await transport.send(request)
        let lines = console.error.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.replacing(#/^I\d{4} \d\d:\d\d:\d\d\.\d{6}      42 /#, with: "")
                .replacing(#/illiseconds=\d+/#, with: "illiseconds=3")
        }
        return lines.joined(separator: "\n")
    }

    private func answer() {
        stub.on("GET", "/", .json("{}", headers: ["content-length": "2", "X-A-b": "1", "x-A-B": "2"]))
    }

    @Test func nothingBelowSix() async {
        answer()
        #expect(await log(5, request) == "")
    }

    @Test func six() async {
        answer()
        #expect(
            await log(6, request) == """
                round_trippers.go:632] "Response" verb="GET" url="https://127.0.0.1:6443/" status="200 OK" milliseconds=3

                """)
    }

    @Test func seven() async {
        answer()
        #expect(
            await log(7, request) == """
                round_trippers.go:527] "Request" verb="GET" url="https://127.0.0.1:6443/" headers=<
                \tAccept: application/json, */*
                \tAuthorization: Bearer <masked>
                \tUser-Agent: kubectl/v1.36.4 (linux/amd64) kubernetes/bb826b1
                 >
                round_trippers.go:632] "Response" status="200 OK" milliseconds=3

                """)
    }

    @Test func eight() async {
        answer()
        #expect(
            await log(8, request).hasSuffix(
                """
                round_trippers.go:632] "Response" status="200 OK" headers=<
                \tContent-Length: 2
                \tContent-Type: application/json
                \tX-A-B: 1
                \tX-A-B: 2
                 > milliseconds=3

                """))
    }

    @Test func nineOnANewConnection() async {
        stub.on("GET", "/", .json("{}"))
        let timings = TransferTimings(
            lookup: .milliseconds(1), dial: .milliseconds(2), handshake: .milliseconds(1),
            serverProcessing: .milliseconds(1), address: "127.0.0.1:6443")
        #expect(
            await log(9, request, timings: timings) == """
                round_trippers.go:527] "Request" curlCommand=<
                \tcurl -v -XGET  -H "Accept: application/json, */*" -H "Authorization: Bearer <masked>" -H "User-Agent: kubectl/v1.36.4 (linux/amd64) kubernetes/bb826b1" 'https://127.0.0.1:6443/'
                 >
                round_trippers.go:562] "HTTP Trace: Dial succeed" network="tcp" address="127.0.0.1:6443"
                round_trippers.go:632] "Response" verb="GET" url="https://127.0.0.1:6443/" status="200 OK" headers=<
                \tContent-Type: application/json
                 > milliseconds=3 dnsLookupMilliseconds=3 dialMilliseconds=3 tlsHandshakeMilliseconds=3 serverProcessingMilliseconds=3

                """)
    }

    @Test func tenIsNine() async {
        stub.on("GET", "/", .json("{}"))
        let timings = TransferTimings(serverProcessing: .milliseconds(1), connectionWasReused: true)
        #expect(
            await log(10, request, timings: timings).hasSuffix(
                " > milliseconds=3 getConnectionMilliseconds=3 serverProcessingMilliseconds=3\n"))
    }

    @Test func aHostIsLookedUp() async {
        stub.on("GET", "/", .json("{}"))
        let timings = TransferTimings(address: "127.0.0.1:80")
        let text = await log(9, HTTPRequest(url: "http://localhost/"), timings: timings)
        #expect(
            text.contains(
                """
                round_trippers.go:547] "HTTP Trace: DNS Lookup resolved" host="localhost" address=[{"IP":"127.0.0.1","Zone":""}]
                round_trippers.go:562] "HTTP Trace: Dial succeed" network="tcp" address="127.0.0.1:80"

                """))
    }

    @Test func aFailureHasNoStatus() async {
        stub.on(
            "GET", "/",
            .failure(
                .connectFailed(server: "127.0.0.1:1", address: "127.0.0.1:1", code: ECONNREFUSED, throughProxy: false)))
        #expect(
            await log(9, HTTPRequest(url: "http://127.0.0.1:1/")) == """
                round_trippers.go:527] "Request" curlCommand=<
                \tcurl -v -XGET  'http://127.0.0.1:1/'
                 >
                round_trippers.go:560] "HTTP Trace: Dial failed" network="tcp" address="127.0.0.1:1" err="dial tcp 127.0.0.1:1: connect: connection refused"
                round_trippers.go:632] "Response" verb="GET" url="http://127.0.0.1:1/" status="" headers="" milliseconds=3 dnsLookupMilliseconds=3 dialMilliseconds=3 tlsHandshakeMilliseconds=3

                """)
    }

    @Test func anUnknownHostHasNoAddress() async {
        stub.on("GET", "/", .failure(.hostNotFound(host: "nope.invalid", resolver: "1.2.3.4:53", throughProxy: false)))
        #expect(
            await log(9, HTTPRequest(url: "http://nope.invalid:1/")).contains(
                #"round_trippers.go:547] "HTTP Trace: DNS Lookup resolved" host="nope.invalid" address=[]"#))
    }

    @Test(arguments: [
        ("Authorization", "Bearer abc", "Bearer <masked>"), ("authorization", "bearer abc def", "bearer <masked>"),
        ("Authorization", "Basic Zm9v", "Basic <masked>"), ("Authorization", "Negotiate x", "Negotiate <masked>"),
        ("Authorization", "Bearer", "Bearer"), ("Authorization", "Bearer ", "Bearer"),
        ("Authorization", "Digest abc", "<masked>"), ("Authorization", "abc", "<masked>"),
        ("Authorization", " Bearer x", "<masked>"), ("Authorization", "", ""), ("X-Token", "abc", "abc"),
    ])
    func masksCredentials(name: String, value: String, shown: String) {
        #expect(HeaderText.masked(name, value) == shown)
    }

    @Test(arguments: [
        ("content-type", "Content-Type"), ("X-KUBERNETES-pf", "X-Kubernetes-Pf"), ("a b", "a b"), ("-x", "-X"),
        ("", ""),
    ])
    func spellsNamesAsGoDoes(name: String, canonical: String) {
        #expect(HeaderText.canonical(name) == canonical)
    }
}

/// Adds measurements to what a stub answers.
private struct TimedStub: Transport {
    let base: StubTransport
    let timings: TransferTimings?

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let response = try await base.send(request)
        return HTTPResponse(
            status: response.status, headers: response.headers, body: response.body, timings: timings)
    }

    func upgrade(_ request: HTTPRequest) async throws(TransportError) -> UpgradeAnswer {
        try await base.upgrade(request)
    }
}
