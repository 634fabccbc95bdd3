import TestSupport
import Testing

/// What `get` asks for, and how it puts together the parts of a list.
struct GetListTests {
    private let server: StubbedServer

    init() throws {
        server = try StubbedServer(resources: ["v1 pods Pod", "v1 secrets Secret"])
    }

    private func get(_ words: String...) async -> StubbedServer.Answer { await server.run(["get"] + words) }

    private func arrangePart(_ target: String, continuing: String = "", kind: String = "", _ names: String...) {
        let kind = kind.isEmpty ? "" : #""kind":"\#(kind)","apiVersion":"meta.k8s.io/v1","#
        let items = names.map { #"{\#(kind)"metadata":{"name":"\#($0)"}}"# }.joined(separator: ",")
        server.transport.on(
            "GET", target, .json(#"{"kind":"List","metadata":{"continue":"\#(continuing)"},"items":[\#(items)]}"#))
    }

    private func arrangeTable(_ target: String, column: String, continuing: String = "", _ names: String...) {
        let rows = names.map { name in
            let object = target.contains("=None") ? "null" : #"{"metadata":{"name":"\#(name)"}}"#
            return #"{"cells":["1s","\#(name)"],"object":\#(object)}"#
        }
        server.transport.on(
            "GET", target,
            .json(
                #"{"kind":"Table","apiVersion":"meta.k8s.io/v1","metadata":{"continue":"\#(continuing)"},"#
                    + #""columnDefinitions":[{"name":"Age"},{"name":"Name","format":"\#(column)"}],"#
                    + #""rows":[\#(rows.joined(separator: ","))]}"#))
    }

    private static let names = "/api/v1/namespaces/web/pods?includeObject=None&limit=500"

    @Test func `names come from a table without objects`() async {
        arrangeTable(Self.names, column: "name", continuing: "x", "a", "b")
        arrangeTable(
            "/api/v1/namespaces/web/pods?continue=x&includeObject=None&limit=500", column: "name", "c")
        #expect(await get("pods", "-o", "name") == .init(code: 0, output: "pod/a\npod/b\npod/c\n", errors: ""))
    }

    @Test func `a table that does not say where its names are is not guessed at`() async {
        arrangeTable(Self.names, column: "", "a")
        arrangePart("/api/v1/namespaces/web/pods?limit=500", "a")
        #expect(await get("pods", "-o", "name") == .init(code: 0, output: "pod/a\n", errors: ""))
    }

    @Test func `names of a server without tables come from its list`() async {
        arrangePart(Self.names, "a")
        #expect(await get("pods", "-o", "name") == .init(code: 0, output: "pod/a\n", errors: ""))
    }

    @Test func `names of several types come from the metadata, and keep their own kind`() async {
        for kind in ["pods", "secrets"] {
            arrangePart("/api/v1/namespaces/web/\(kind)?limit=500", kind: "PartialObjectMetadata", "a")
        }
        #expect(await get("pods,secrets", "-o", "name") == .init(code: 0, output: "pod/a\nsecret/a\n", errors: ""))
        #expect(
            server.acceptOfLast == "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io,application/json")
    }

    private static let sorted = "/api/v1/namespaces/web/pods?includeObject=Object&limit=500"

    @Test func `an order by name needs no more than the names of the parts after the first`() async {
        arrangeTable(Self.sorted, column: "name", continuing: "x", "b", "d")
        arrangeTable(
            "/api/v1/namespaces/web/pods?continue=x&includeObject=None&limit=500", column: "name", "c", "a")
        let answer = await get("pods", "--sort-by", ".metadata.name", "--no-headers")
        #expect(answer == .init(code: 0, output: "1s    a\n1s    b\n1s    c\n1s    d\n", errors: ""))
    }

    @Test func `an order by name asks for the objects where no column has the names`() async {
        for included in ["None", "Object"] {
            arrangeTable(Self.sorted, column: "", continuing: "x", "b")
            arrangeTable(
                "/api/v1/namespaces/web/pods?continue=x&includeObject=\(included)&limit=500", column: "", "a")
        }
        let answer = await get("pods", "--sort-by", ".metadata.name", "--no-headers")
        #expect(answer == .init(code: 0, output: "1s    a\n1s    b\n", errors: ""))
    }

    @Test(arguments: [(".metadata.uid", "Metadata"), ("{metadata.labels.a\\.b/c}", "Metadata"), (".spec.x", "Object")])
    func `an order by metadata needs no more of the parts after the first`(path: String, included: String) async {
        arrangeTable(Self.sorted, column: "name", continuing: "x", "a")
        arrangeTable(
            "/api/v1/namespaces/web/pods?continue=x&includeObject=\(included)&limit=500", column: "name", "b")
        _ = await get("pods", "--sort-by", path)
    }

    @Test func `a list that tells of itself after its items is read whole`() async {
        let first =
            #"{"apiVersion":"v1","items":[{"metadata":{"name":"a"}}],"kind":"List","metadata":{"continue":"x"}}"#
        // Each byte comes by itself.
        server.transport.on(
            "GET", "/api/v1/namespaces/web/pods?limit=500", .chunks(first.map { String($0) }))
        arrangePart("/api/v1/namespaces/web/pods?continue=x&limit=500", "b")
        let answer = await get("pods", "-o", "jsonpath={.items[*].metadata.name}")
        #expect(answer == .init(code: 0, output: "a b", errors: ""))
    }

    @Test func `a part that cannot be read does not take back those before it`() async {
        arrangePart(Self.names, continuing: "x", "a")
        server.transport.on(
            "GET", "/api/v1/namespaces/web/pods?continue=x&includeObject=None&limit=500", .text("broken", status: 500))
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
