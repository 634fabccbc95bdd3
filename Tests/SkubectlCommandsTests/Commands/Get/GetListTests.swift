import TestSupport
import Testing

/// What `get` asks for, and how it puts together the parts of a list.
struct GetListTests {
    private let server: StubbedServer

    init() throws {
        server = try StubbedServer(resources: ["v1 pods Pod"])
    }

    private func get(_ words: String...) async -> StubbedServer.Answer { await server.run(["get"] + words) }

    private func arrangePart(_ target: String, continuing: String = "", kind: String = "", _ names: String...) {
        let kind = kind.isEmpty ? "" : #""kind":"\#(kind)","apiVersion":"meta.k8s.io/v1","#
        let items = names.map { #"{\#(kind)"metadata":{"name":"\#($0)"}}"# }.joined(separator: ",")
        server.transport.on(
            "GET", target, .json(#"{"kind":"List","metadata":{"continue":"\#(continuing)"},"items":[\#(items)]}"#))
    }

    @Test func `names are asked for without the objects, and keep their own kind`() async {
        arrangePart("/api/v1/namespaces/web/pods?limit=500", continuing: "x", kind: "PartialObjectMetadata", "a", "b")
        arrangePart("/api/v1/namespaces/web/pods?continue=x&limit=500", kind: "PartialObjectMetadata", "c")
        #expect(await get("pods", "-o", "name") == .init(code: 0, output: "pod/a\npod/b\npod/c\n", errors: ""))
        #expect(
            server.acceptOfLast == "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io,application/json")
    }

    @Test func `a part that cannot be read does not take back those before it`() async {
        arrangePart("/api/v1/namespaces/web/pods?limit=500", continuing: "x", "a")
        server.transport.on("GET", "/api/v1/namespaces/web/pods?continue=x&limit=500", .text("broken", status: 500))
        let answer = await get("pods", "-o", "name")
        #expect(answer.code == 1)
        #expect(answer.output == "pod/a\n")
    }

    @Test func `whole objects are asked for where they are shown`() async {
        arrangePart("/api/v1/namespaces/web/pods?limit=500", "a")
        #expect(await get("pods", "-o", "json").code == 0)
        #expect(server.acceptOfLast == "application/json")
    }
}
