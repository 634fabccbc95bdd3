import HTTPTransport
import TestSupport
import Testing

/// A server that describes its types in both versions of OpenAPI, as newer ones do.
@Suite struct ApplySchemasTests {
    private static let object = "/api/v1/namespaces/web/configmaps/a"
    private static let kind = #"{"group":"","version":"v1","kind":"ConfigMap"}"#
    private static let patchType = "application/strategic-merge-patch+json"

    private let server: StubbedServer
    private let folder: TemporaryDirectory

    init() throws {
        server = try StubbedServer(resources: [])
        folder = try TemporaryDirectory()
        arrangeDiscovery()
        let map =
            #"{"type":"object","properties":{"data":{"type":"object","additionalProperties":{"type":"string"}}},"#
            + #""x-kubernetes-group-version-kind":[\#(Self.kind)]}"#
        answer("/openapi/v3?timeout=32s", #"{"paths":{"api/v1":{"serverRelativeURL":"/openapi/v3/api/v1?hash=1"}}}"#)
        let body = #""requestBody":{"content":{"\#(Self.patchType)":{}}}"#
        answer(
            "/openapi/v3/api/v1?hash=1",
            #"{"paths":\#(paths(body)),"components":{"schemas":{"ConfigMap":\#(map)}}}"#)
        answer(
            "/openapi/v2?timeout=32s",
            #"{"swagger":"2.0","paths":\#(paths(#""consumes":["\#(Self.patchType)"]"#)),"definitions":{"ConfigMap":\#(map)}}"#
        )
    }

    private func paths(_ operation: String) -> String {
        #"{"\#(Self.object)":{"patch":{"x-kubernetes-group-version-kind":\#(Self.kind),\#(operation)}}}"#
    }

    private func arrangeDiscovery() {
        let resource =
            #"{"resource":"configmaps","responseKind":{"group":"","version":"v1","kind":"ConfigMap"},"#
            + #""scope":"Namespaced","singularResource":"configmap","verbs":["get","patch"]}"#
        let core = #"{"metadata":{},"versions":[{"version":"v1","resources":[\#(resource)]}]}"#
        let headers: HTTPHeaders = [
            "Content-Type": "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList"
        ]
        for (path, items) in [("/api", core), ("/apis", "")] {
            answer("\(path)?timeout=32s", #"{"kind":"APIGroupDiscoveryList","items":[\#(items)]}"#, headers)
        }
    }

    private func answer(_ target: String, _ text: String, _ headers: HTTPHeaders = [:]) {
        server.transport.on("GET", target, repeated: true, .json(text, headers: headers))
    }

    /// Neither description knows metadata; what the program knows of the kind is enough.
    @Test func eachDescriptionIsTriedInTurn() async throws {
        server.arrange(Self.object, Self.live("old"))
        server.transport.on(
            "PATCH", "\(Self.object)?fieldManager=kubectl-client-side-apply&fieldValidation=Ignore",
            body: .matching { $0.contains(#""a":"new""#) }, .json(Self.live("new")))
        let manifest = try folder.write(
            "map.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: new}\n")
        let answer = await server.run(["apply", "--validate=false", "-f", manifest])
        #expect(answer.code == 0)
        #expect(answer.output == "configmap/a configured\n")
        #expect(
            answer.errors == """
                warning: error calculating patch from openapi v3 spec: unable to find api field "metadata"
                warning: error calculating patch from openapi spec: unable to find api field "metadata" in ConfigMap

                """)
    }

    private static func live(_ value: String) -> String {
        let last = #"{\"data\":{\"a\":\"old\"}}"#
        return
            #"{"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"a","namespace":"web","annotations":"#
            + #"{"kubectl.kubernetes.io/last-applied-configuration":"\#(last)"}},"data":{"a":"\#(value)"}}"#
    }
}
