import HTTPTransport
import TestSupport
import Testing

/// Watches that are shown, and readings, over connections that break.
///
/// A watch goes on for ever: what ends these is a failure that asking again cannot mend.
@Suite struct CutConnectionTests {
    private static let pods = "/api/v1/namespaces/web/pods"
    private static let cut = StubResponse.Ending.failure(.endOfStream(inBody: true))
    private static let last = StubResponse.failure(.tooManyRedirects(limit: 10))

    private static func event(_ type: String, _ object: String) -> String {
        #"{"type":"\#(type)","object":\#(object)}"# + "\n"
    }

    private static func pod(_ name: String, _ version: Int) -> String {
        #"{"kind":"Pod","apiVersion":"v1","metadata":{"name":"\#(name)","uid":"\#(name)","resourceVersion":"\#(version)"}}"#
    }

    private static func table(_ names: [String], version: Int, rowVersions: [Int] = []) -> String {
        let rows = names.enumerated().map { index, name in
            let object =
                rowVersions.isEmpty
                ? "null" : #"{"metadata":{"name":"\#(name)","resourceVersion":"\#(rowVersions[index])"}}"#
            return #"{"cells":["\#(name)"],"object":\#(object)}"#
        }
        return #"{"kind":"Table","apiVersion":"meta.k8s.io/v1","metadata":{"resourceVersion":"\#(version)"},"#
            + #""columnDefinitions":[{"name":"Name","type":"string","priority":0}],"#
            + #""rows":[\#(rows.joined(separator: ","))]}"#
    }

    private static func watch(from version: Int, _ parameters: String = "") -> String {
        "\(pods)?allowWatchBookmarks=true\(parameters)&resourceVersion=\(version)&watch=true"
    }

    private func watchedTable(_ server: StubbedServer) {
        server.arrange("\(Self.pods)?includeObject=None&limit=500", Self.table(["a", "b"], version: 5))
        server.transport.on(
            "GET", Self.watch(from: 5, "&includeObject=None"),
            .chunks([Self.event("MODIFIED", Self.table(["a"], version: 6)), #"{"type":"MODI"#], ending: Self.cut))
    }

    @Test func `get -w goes on with the last change`() async throws {
        let server = try StubbedServer(resources: ["v1 pods Pod"])
        watchedTable(server)
        server.transport.on(
            "GET", Self.watch(from: 6, "&includeObject=None"),
            .chunks([
                Self.event("ADDED", Self.table(["c"], version: 7)),
                Self.event("BOOKMARK", Self.table([""], version: 9)),
            ]))
        server.transport.on("GET", Self.watch(from: 9, "&includeObject=None"), Self.last)
        let answer = await server.run(["get", "pods", "-w"])
        #expect(answer.output == "NAME\na\nb\na\nc\n")
        #expect(answer.code == 1)
    }

    @Test func `get -w shows what changed since a version that is forgotten`() async throws {
        let server = try StubbedServer(resources: ["v1 pods Pod"])
        watchedTable(server)
        let status = #"{"kind":"Status","status":"Failure","reason":"Expired","code":410,"message":"old"}"#
        server.transport.on("GET", Self.watch(from: 6, "&includeObject=None"), .json(status, status: 410))
        server.arrange(
            "\(Self.pods)?includeObject=Metadata",
            Self.table(["a", "b", "c"], version: 40, rowVersions: [6, 30, 31]))
        server.transport.on("GET", Self.watch(from: 40, "&includeObject=None"), Self.last)
        let answer = await server.run(["get", "pods", "-w"])
        #expect(answer.output == "NAME\na\nb\na\nb\nc\n")
    }

    @Test func `get -w of one object goes on, too`() async throws {
        let server = try StubbedServer(resources: ["v1 pods Pod"])
        let field = "&fieldSelector=metadata.name%3Da"
        server.arrange("\(Self.pods)/a", Self.pod("a", 5))
        server.transport.on(
            "GET", Self.watch(from: 0, field),
            .chunks(
                [Self.event("ADDED", Self.pod("a", 5)), Self.event("MODIFIED", Self.pod("a", 6))], ending: Self.cut))
        server.transport.on(
            "GET", Self.watch(from: 6, field), .chunks([Self.event("DELETED", Self.pod("a", 7))], ending: Self.cut))
        server.transport.on("GET", Self.watch(from: 7, field), Self.last)
        // What is there first, and one line for each change.
        #expect(await server.run(["get", "pod", "a", "-w", "-o", "name"]).output == "pod/a\npod/a\npod/a\n")
    }

    @Test func `events --watch shows each event once`() async throws {
        let server = try StubbedServer(resources: [])
        let target = "/api/v1/namespaces/web/events?watch=true"
        server.transport.on(
            "GET", target,
            .chunks([Self.event("ADDED", Self.pod("b", 9)), Self.event("ADDED", Self.pod("a", 4))], ending: Self.cut))
        server.transport.on(
            "GET", target,
            .chunks(
                [
                    Self.event("ADDED", Self.pod("b", 9)), Self.event("ADDED", Self.pod("a", 12)),
                    Self.event("DELETED", Self.pod("b", 13)), Self.event("ADDED", Self.pod("c", 14)),
                ], ending: Self.cut))
        server.transport.on("GET", target, Self.last)
        let answer = await server.run(["events", "--watch", "-o", "jsonpath={.metadata.name} "])
        #expect(answer.output == "b a a c ")
    }

    @Test func `top reads again what was cut off`() async throws {
        let server = try StubbedServer(resources: [])
        let version = #"{"groupVersion":"metrics.k8s.io/v1beta1","version":"v1beta1"}"#
        server.transport.on("GET", "/api?timeout=32s", .json(#"{"kind":"APIVersions","versions":["v1"]}"#))
        server.transport.on(
            "GET", "/apis?timeout=32s",
            .json(
                #"{"kind":"APIGroupList","groups":[{"name":"metrics.k8s.io","versions":[\#(version)],"#
                    + #""preferredVersion":\#(version)}]}"#))
        let target = "/apis/metrics.k8s.io/v1beta1/namespaces/web/pods"
        let body =
            #"{"items":[{"metadata":{"name":"a","namespace":"web"},"containers":[{"name":"c","#
            + #""usage":{"cpu":"5m","memory":"7Mi"}}]}]}"#
        server.transport.on("GET", target, .chunks([String(body.prefix(40))], ending: Self.cut))
        server.transport.on("GET", target, .json(body))
        let answer = await server.run(["top", "pods", "--no-headers"])
        #expect(answer.output.split(whereSeparator: \.isWhitespace) == ["a", "5m", "7Mi"])
        #expect(answer.code == 0)
        #expect(answer.errors == "")
    }

    @Test func `a dump reads again what was cut off`() async throws {
        let server = try StubbedServer(resources: [])
        server.transport.on("GET", "/api/v1/nodes", .chunks([#"{"kind":"No"#], ending: Self.cut))
        server.transport.on("GET", "/api/v1/nodes", Self.last)
        let answer = await server.run(["cluster-info", "dump"])
        #expect(answer.code == 1)
        #expect(answer.errors.contains("stopped after 10 redirects"))
    }
}
