import HTTPTransport
import JSONModel
import TestSupport
import Testing

/// What a cluster cannot be made to show at will: conflicts, refusals for a while, and servers that end early.
@Suite struct ApplyCommandTests {
    private static let collection = "/api/v1/namespaces/web/configmaps"
    private static let parameters = "?fieldManager=kubectl-client-side-apply&fieldValidation=Ignore"

    private let server: StubbedServer
    private let folder: TemporaryDirectory

    init() throws {
        server = try StubbedServer(resources: ["v1 configmaps ConfigMap", "v1 secrets Secret"])
        folder = try TemporaryDirectory()
    }

    private func manifest(_ names: String...) throws -> String {
        try folder.write(
            "maps.yaml",
            names.map { "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: \($0)}\ndata: {a: new}\n" }
                .joined(separator: "---\n"))
    }

    private func live(_ name: String, _ value: String, version: Int = 1) -> String {
        let last =
            #"{\"apiVersion\":\"v1\",\"data\":{\"a\":\"\#(value)\"},\"kind\":\"ConfigMap\",\"metadata\":"#
            + #"{\"annotations\":{},\"name\":\"\#(name)\",\"namespace\":\"web\"}}\n"#
        return
            #"{"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"\#(name)","namespace":"web","uid":"u-\#(name)","#
            + #""resourceVersion":"\#(version)","annotations":{"kubectl.kubernetes.io/last-applied-configuration":"#
            + #""\#(last)"}},"data":{"a":"\#(value)"}}"#
    }

    private func failure(_ code: Int, _ reason: String, _ message: String) -> String {
        #"{"kind":"Status","apiVersion":"v1","status":"Failure","code":\#(code),"reason":"\#(reason)","#
            + #""message":"\#(message)"}"#
    }

    private func apply(_ words: String...) async throws -> StubbedServer.Answer {
        await server.run(["apply", "--validate=false", "--openapi-patch=false"] + words)
    }

    @Test func whatIsAsItShouldBeTakesOneRequest() async throws {
        server.arrange("\(Self.collection)/a", live("a", "new"))
        let answer = try await apply("-f", try manifest("a"))
        #expect(answer == StubbedServer.Answer(code: 0, output: "configmap/a unchanged\n", errors: ""))
        #expect(server.requests == ["\(Self.collection)/a"])
    }

    @Test func aConflictIsTriedAgainWithTheNewVersion() async throws {
        server.arrange("\(Self.collection)/a", live("a", "old"))
        server.transport.on(
            "PATCH", "\(Self.collection)/a\(Self.parameters)",
            .json(failure(409, "Conflict", "the object has been modified"), status: 409))
        server.arrange("\(Self.collection)/a", live("a", "older", version: 2))
        server.transport.on(
            "PATCH", "\(Self.collection)/a\(Self.parameters)", body: .matching { $0.contains(#""a":"new""#) },
            .json(live("a", "new", version: 3)))
        let answer = try await apply("-f", try manifest("a"))
        #expect(answer == StubbedServer.Answer(code: 0, output: "configmap/a configured\n", errors: ""))
    }

    @Test func eachObjectIsDoneOrNamed() async throws {
        server.arrange("\(Self.collection)/a", live("a", "new"))
        server.arrange("\(Self.collection)/b", failure(500, "InternalError", "no luck"), status: 500)
        server.arrange("\(Self.collection)/c", failure(404, "NotFound", "not there"), status: 404)
        server.transport.on(
            "POST", "\(Self.collection)\(Self.parameters)",
            .json(failure(403, "Forbidden", "not allowed"), status: 403))
        server.arrange("\(Self.collection)/d", live("d", "new"))
        let answer = try await apply("-f", try manifest("a", "b", "c", "d"))
        #expect(answer.code == 1)
        #expect(answer.output == "configmap/a unchanged\nconfigmap/d unchanged\n")
        let source = folder("maps.yaml")
        #expect(
            answer.errors == """
                Error from server (InternalError): error when retrieving current configuration of:
                Resource: "/v1, Resource=configmaps", GroupVersionKind: "/v1, Kind=ConfigMap"
                Name: "b", Namespace: "web"
                from server for: "\(source)": no luck
                Error from server (Forbidden): error when creating "\(source)": not allowed

                """)
    }

    @Test func aRefusalForAWhileIsWaitedFor() async throws {
        server.transport.on(
            "GET", "\(Self.collection)/a",
            .json(failure(429, "TooManyRequests", "later"), status: 429, headers: ["Retry-After": "0"]))
        server.arrange("\(Self.collection)/a", live("a", "new"))
        let answer = try await apply("-f", try manifest("a"))
        #expect(answer == StubbedServer.Answer(code: 0, output: "configmap/a unchanged\n", errors: ""))
    }

    @Test func warningsComeInTheOrderOfTheObjects() async throws {
        for name in ["a", "b", "c"] {
            server.transport.on(
                "GET", "\(Self.collection)/\(name)",
                .json(live(name, "new"), headers: ["Warning": "299 - \"of \(name)\""]))
        }
        let answer = try await apply("-f", try manifest("a", "b", "c"))
        #expect(answer.errors == "Warning: of a\nWarning: of b\nWarning: of c\n")
        #expect(answer.output == "configmap/a unchanged\nconfigmap/b unchanged\nconfigmap/c unchanged\n")
    }

    @Test func nothingIsDeletedBeforeAllIsKnown() async throws {
        server.arrange("\(Self.collection)/a", live("a", "new"))
        let others = #"{"kind":"ConfigMapList","items":[\#(live("b", "x"))]}"#
        server.arrange("\(Self.collection)?labelSelector=x%21%3Dz", others)
        server.arrange(
            "/api/v1/namespaces/web/secrets?labelSelector=x%21%3Dz", failure(500, "InternalError", "no list"),
            status: 500)
        let answer = try await apply(
            "-f", try manifest("a"), "-l", "x!=z", "--prune", "--prune-allowlist=core/v1/ConfigMap",
            "--prune-allowlist=core/v1/Secret")
        #expect(answer.code == 1)
        #expect(answer.errors == "error: error pruning namespaced object /v1, Kind=Secret: no list\n")
        #expect(server.transport.lines.allSatisfy { !$0.hasPrefix("DELETE") })
    }

    @Test func aConflictOnTheServersSideIsExplained() async throws {
        server.transport.on(
            "PATCH", "\(Self.collection)/a?fieldManager=kubectl&fieldValidation=Ignore&force=false",
            .json(failure(409, "Conflict", "Apply failed with 1 conflict"), status: 409))
        let answer = try await apply("--server-side", "-f", try manifest("a"))
        #expect(answer.code == 1)
        #expect(answer.errors.hasPrefix("error: Apply failed with 1 conflict\nPlease review the fields above--"))
    }

    @Test func aServerThatCannotApplySaysSo() async throws {
        server.transport.on(
            "PATCH", "\(Self.collection)/a?fieldManager=kubectl&fieldValidation=Ignore&force=false",
            .json(failure(415, "UnsupportedMediaType", "no such type"), status: 415))
        let answer = try await apply("--server-side", "-f", try manifest("a"))
        #expect(answer.errors == "error: Server-side apply not available on the server: (no such type)\n")
    }
}
