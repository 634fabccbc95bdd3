import TestSupport
import Testing

/// `expose`: what is taken over from objects.
struct ExposeCommandTests {
    private let server: StubbedServer

    init() throws {
        server = try StubbedServer(resources: ["v1 pods Pod", "apps/v1 deployments Deployment"])
    }

    private func arrangePod(_ name: String, labels: String, ports: String) {
        server.arrange(
            "/api/v1/namespaces/web/pods/\(name)",
            #"{"kind":"Pod","apiVersion":"v1","metadata":{"name":"\#(name)","labels":\#(labels)},"#
                + #""spec":{"containers":[{"name":"c","ports":\#(ports)}]}}"#)
    }

    @Test func `a service is sent with what the pod has`() async {
        arrangePod("a", labels: #"{"x":"y"}"#, ports: #"[{"containerPort":80},{"containerPort":53,"protocol":"UDP"}]"#)
        server.transport.on(
            "POST", "/api/v1/namespaces/web/services?fieldManager=kubectl-expose",
            body: .text(
                #"{"apiVersion":"v1","kind":"Service","metadata":{"labels":{"x":"y"},"name":"a"},"spec":{"ports":["#
                    + #"{"name":"port-1","port":80,"protocol":"TCP","targetPort":80},"#
                    + #"{"name":"port-2","port":53,"protocol":"UDP","targetPort":53}],"selector":{"x":"y"}},"#
                    + #""status":{"loadBalancer":{}}}"#),
            .json(#"{"kind":"Service","apiVersion":"v1","metadata":{"name":"a"}}"#, status: 201))
        #expect(
            await server.run(["expose", "pod", "a"]) == .init(code: 0, output: "service/a exposed\n", errors: ""))
    }

    @Test func `what the first object gave counts for the others`() async {
        arrangePod("a", labels: #"{"x":"y"}"#, ports: #"[{"containerPort":80},{"containerPort":81}]"#)
        arrangePod("b", labels: #"{"z":"w"}"#, ports: #"[{"containerPort":7}]"#)
        let answer = await server.run([
            "expose", "pod", "a", "b", "--dry-run=client", "-o",
            "jsonpath={.metadata.name} {.spec.selector} {.spec.ports[*].port} ",
        ])
        #expect(answer == .init(code: 0, output: #"a {"x":"y"} 80 81 b {"x":"y"} 80 81 "#, errors: ""))
    }

    @Test func `a selector of expressions is told`() async {
        server.arrange(
            "/apis/apps/v1/namespaces/web/deployments/d",
            #"{"metadata":{"name":"d"},"spec":{"selector":{"matchLabels":{"a":"b"},"matchExpressions":["#
                + #"{"key":"c","operator":"In","values":["d","e"]},{"key":"f","operator":"Exists"}]}}}"#)
        #expect(
            await server.run(["expose", "deployment", "d"]).errors
                == "error: couldn't retrieve selectors via --selector flag or introspection: couldn't convert expressions - "
                + "\"[{Key:c Operator:In Values:[d e]} {Key:f Operator:Exists Values:[]}]\" to map-based selector format\n"
        )
    }
}
