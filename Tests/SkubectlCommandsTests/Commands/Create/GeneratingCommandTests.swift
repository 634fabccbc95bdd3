import TestSupport
import Testing

/// What the generators send, and what becomes of the answers.
struct GeneratingCommandTests {
    private let server: StubbedServer

    init() throws {
        server = try StubbedServer(resources: [])
    }

    @Test func `an object is sent as it is made, and shown as the server has it`() async {
        server.transport.on(
            "POST", "/api/v1/namespaces/web/serviceaccounts?fieldManager=kubectl-create&fieldValidation=Strict",
            body: .text(#"{"apiVersion":"v1","kind":"ServiceAccount","metadata":{"name":"a"}}"#),
            .json(
                #"{"kind":"ServiceAccount","apiVersion":"v1","metadata":{"name":"a","creationTimestamp":null,"uid":"u"}}"#,
                status: 201))
        #expect(
            await server.run(["create", "sa", "a", "-o", "json"])
                == .init(
                    code: 0,
                    output: """
                        {
                            "kind": "ServiceAccount",
                            "apiVersion": "v1",
                            "metadata": {
                                "name": "a",
                                "uid": "u"
                            }
                        }

                        """, errors: ""))
    }

    @Test func `flags become parameters`() async {
        server.transport.on(
            "POST",
            "/api/v1/namespaces/other/configmaps?dryRun=All&fieldManager=me&fieldValidation=Warn",
            body: .matching { $0.contains(#""namespace":"other""#) && $0.contains("last-applied-configuration") },
            .json(#"{"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"a"}}"#, status: 201))
        let answer = await server.run([
            "create", "cm", "a", "-n", "other", "--dry-run=server", "--field-manager=me", "--validate=warn",
            "--save-config",
        ])
        #expect(answer == .init(code: 0, output: "configmap/a created (server dry run)\n", errors: ""))
    }

    @Test func `a refusal is told with what was tried`() async {
        server.transport.on(
            "POST", "/apis/apps/v1/namespaces/web/deployments?fieldManager=kubectl-create&fieldValidation=Strict",
            .text("404 page not found\n", status: 404))
        let answer = await server.run(["create", "deployment", "a", "--image=i"])
        #expect(
            answer
                == .init(
                    code: 1, output: "",
                    errors: "error: failed to create deployment: the server could not find the requested resource "
                        + "(post deployments.apps)\n"))
    }

    @Test(arguments: [
        (["ns", "a"], "namespace/a"), (["sa", "a"], "serviceaccount/a"),
        (["deploy", "a", "--image=i"], "deployment.apps/a"),
        (["pdb", "a", "--selector=a=b", "--min-available=1"], "poddisruptionbudget.policy/a"),
        (["secret", "generic", "a", "--append-hash"], "secret/a-tb87bhff4c"),
        (["cm", "a", "--append-hash", "--from-literal=b=c"], "configmap/a-9bk5g9f66g"),
    ])
    func `a dry run of the client needs no server`(words: [String], name: String) async {
        let answer = await server.run(["create"] + words + ["--dry-run=client"])
        #expect(answer == .init(code: 0, output: "\(name) created (dry run)\n", errors: ""))
        #expect(server.transport.requests.isEmpty)
    }

    @Test func `a role asks what its resources are`() async throws {
        let server = try StubbedServer(resources: ["v1 pods Pod", "apps/v1 deployments Deployment"])
        let answer = await server.run([
            "create", "role", "a", "--verb=get", "--resource=pods,deployments/scale,pods", "--dry-run=client", "-o",
            "jsonpath={.rules[*].resources}",
        ])
        #expect(answer == .init(code: 0, output: #"["pods"] ["deployments/scale"]"#, errors: ""))
        #expect(
            await server.run(["create", "role", "a", "--verb=get", "--resource=foo"]).errors
                == "the server doesn't have a resource type \"foo\"\n")
    }
}
