import HTTPTransport
import TestSupport
import Testing

/// What `patch` and `replace` send, and what they do not.
struct PatchRequestsTests {
    private let target = "/api/v1/namespaces/web/configmaps/c"
    private let object = #"{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c","resourceVersion":"7"}}"#

    /// A server that has been asked already for what it has.
    private func server() async throws -> StubbedServer {
        let server = try StubbedServer(resources: ["v1 configmaps ConfigMap"])
        _ = await server.run(["api-resources"])
        return server
    }

    private func changes(at server: StubbedServer) -> [String] {
        server.transport.lines.filter { !$0.hasSuffix("?timeout=32s") }
    }

    private func body(_ server: StubbedServer) -> String {
        String(decoding: server.transport.requests.last?.body ?? [], as: UTF8.self)
    }

    @Test func `an object is read once and patched once`() async throws {
        let server = try await server()
        server.arrange(target, object)
        server.transport.on("PATCH", "\(target)?fieldManager=kubectl-patch", .json(object))
        let answer = await server.run(["patch", "configmap", "c", "--type=merge", "-p", #"{ "data": {"a": "1"} }"#])
        #expect(answer.output == "configmap/c patched (no change)\n")
        #expect(changes(at: server) == ["GET \(target)", "PATCH \(target)?fieldManager=kubectl-patch"])
        #expect(body(server) == #"{ "data": {"a": "1"} }"#)
        #expect(server.transport.requests.last?.headers.values("Content-Type") == ["application/merge-patch+json"])
    }

    @Test func `a format that there is not keeps everything from being sent`() async throws {
        let server = try await server()
        let before = server.transport.lines
        let answer = await server.run(["patch", "configmap", "c", "-p", "{}", "-o", "wide"])
        #expect(answer.code == 1)
        #expect(server.transport.lines == before)
    }

    @Test func `nothing is sent for files alone`() async throws {
        let server = try await server()
        let folder = try TemporaryDirectory()
        try folder.write("c.yaml", object)
        let before = server.transport.lines
        let answer = await server.run(["patch", "--local", "-f", folder("c.yaml"), "-p", #"{"data":{"a":"1"}}"#])
        #expect(answer.output == "configmap/c patched\n")
        #expect(server.transport.lines == before)
    }

    @Test func `the version that there is is replaced`() async throws {
        let server = try await server()
        let folder = try TemporaryDirectory()
        try folder.write("c.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: c}}")
        server.arrange(target, object)
        let put = "\(target)?fieldManager=kubectl-replace&fieldValidation=Ignore"
        server.transport.on("PUT", put, .json(object))
        let answer = await server.run(["replace", "-f", folder("c.yaml"), "--validate=ignore"])
        #expect(answer.output == "configmap/c replaced\n")
        #expect(changes(at: server) == ["GET \(target)", "PUT \(put)"])
        #expect(body(server).contains(#""resourceVersion":"7""#))
    }

    @Test func `a version in the manifest is enough`() async throws {
        let server = try await server()
        let folder = try TemporaryDirectory()
        try folder.write("c.yaml", object)
        let put = "\(target)?fieldManager=kubectl-replace&fieldValidation=Ignore"
        server.transport.on("PUT", put, .json(object))
        _ = await server.run(["replace", "-f", folder("c.yaml"), "--validate=ignore"])
        #expect(changes(at: server) == ["PUT \(put)"])
    }

    @Test func `nothing is deleted where not everything can be created`() async throws {
        let server = try await server()
        let folder = try TemporaryDirectory()
        try folder.write("all.yaml", object + "\n---\n{apiVersion: v1, kind: NoSuch, metadata: {name: x}}")
        let answer = await server.run(["replace", "--force", "-f", folder("all.yaml"), "--validate=ignore"])
        #expect(answer.code == 1)
        #expect(changes(at: server).isEmpty)
    }
}
