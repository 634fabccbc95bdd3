import TestSupport
import Testing

/// What a description asks of the server, and what it does without an answer.
struct DescribeRequestsTests {
    private func server(with resource: String) throws -> StubbedServer {
        try StubbedServer(namespace: "default", resources: [resource])
    }

    private func describe(_ words: String..., at server: StubbedServer) async -> StubbedServer.Answer {
        await server.run(["describe"] + words)
    }

    @Test func `an autoscaler is asked for in the first version where there is no other`() async throws {
        let server = try server(with: "autoscaling/v1 horizontalpodautoscalers HorizontalPodAutoscaler")
        let target = "/apis/autoscaling/v1/namespaces/default/horizontalpodautoscalers/web"
        server.arrange(
            target, #"{"metadata":{"name":"web"},"spec":{"scaleTargetRef":{"kind":"Deployment","name":"web"}}}"#)
        let answer = await describe("horizontalpodautoscalers", "web", "--show-events=false", at: server)
        #expect(answer.code == 0)
        #expect(server.requests == [target])
        #expect(answer.output.hasSuffix("\nDeployment pods:    0 current / 0 desired\n"))
    }

    @Test func `a kind that the server has in an older version alone is not described`() async throws {
        let server = try server(with: "policy/v1beta1 poddisruptionbudgets PodDisruptionBudget")
        let path = "namespaces/default/poddisruptionbudgets/web"
        server.arrange("/apis/policy/v1beta1/\(path)", #"{"metadata":{"name":"web"}}"#)
        server.transport.on("GET", "/apis/policy/v1/\(path)", .text("404 page not found\n", status: 404))
        let answer = await describe("poddisruptionbudgets/web", "--show-events=false", at: server)
        #expect(answer.code == 1)
        #expect(server.requests == ["/apis/policy/v1/\(path)", "/apis/policy/v1beta1/\(path)"])
        #expect(
            answer.errors
                == "Error from server (NotFound): the server could not find the requested resource "
                + "(get poddisruptionbudgets.policy web)\n")
    }

    @Test func `the services of an ingress are asked for once`() async throws {
        let server = try server(with: "networking.k8s.io/v1 ingresses Ingress")
        let backend = #"{"path":"/","backend":{"service":{"name":"web","port":{"number":80}}}}"#
        let target = "/apis/networking.k8s.io/v1/namespaces/default/ingresses/web"
        server.arrange(
            target,
            """
            {"metadata":{"name":"web","namespace":"default"},"spec":{"rules":[{"http":{"paths":[\(backend),\(backend)]}}]}}
            """)
        let service = "/api/v1/namespaces/default/services/web"
        let slices =
            "/apis/discovery.k8s.io/v1/namespaces/default/endpointslices"
            + "?labelSelector=kubernetes.io%2Fservice-name%3Dweb&limit=500"
        server.arrange(service, #"{"metadata":{"name":"web"},"spec":{"ports":[{"port":80}]}}"#)
        server.arrange(
            slices, #"{"items":[{"endpoints":[{"addresses":["10.0.0.1"]}],"ports":[{"name":"","port":8080}]}]}"#)
        let answer = await describe("ingresses/web", "--show-events=false", at: server)
        #expect(answer.code == 0)
        #expect(server.requests == [service, slices, target].sorted())
        #expect(answer.output.contains(" /   web:80 (10.0.0.1:8080)\n"))
    }

    @Test func `pods that must not be seen are no reason not to describe a replica set`() async throws {
        let server = try server(with: "apps/v1 replicasets ReplicaSet")
        server.arrange(
            "/apis/apps/v1/namespaces/default/replicasets/web",
            #"{"metadata":{"name":"web","namespace":"default"},"spec":{"selector":{"matchLabels":{"a":"b"}}}}"#)
        let refusal =
            #"{"kind":"Status","status":"Failure","reason":"Forbidden","code":403,"message":"pods is forbidden"}"#
        server.arrange("/api/v1/namespaces/default/pods?labelSelector=a%3Db&limit=500", refusal, status: 403)
        let answer = await describe("replicasets/web", "--show-events=false", at: server)
        #expect(answer.code == 0)
        #expect(answer.output.contains(" error in fetching pods: pods is forbidden\n"))
    }

    @Test func `an address is asked for in the older version where the newer one cannot be had`() async throws {
        let server = try server(with: "networking.k8s.io/v1beta1 ipaddresses IPAddress")
        let path = "namespaces/default/ipaddresses/10.0.0.1"
        server.transport.on(
            "GET", "/apis/networking.k8s.io/v1beta1/\(path)", repeated: true,
            .json(#"{"metadata":{"name":"10.0.0.1"},"spec":{"parentRef":{"resource":"services","name":"web"}}}"#))
        server.transport.on(
            "GET", "/apis/networking.k8s.io/v1/\(path)", .text("404 page not found\n", status: 404))
        let answer = await describe("ipaddresses/10.0.0.1", "--show-events=false", at: server)
        #expect(answer.code == 0)
        #expect(
            answer.output.hasSuffix(
                "Parent Reference:\n  Group:      \n  Resource:   services\n  Namespace:  \n  Name:       web\n"))
    }

    @Test func `an object without the request it should hold is not described`() async throws {
        let server = try server(with: "certificates.k8s.io/v1 certificatesigningrequests CertificateSigningRequest")
        server.transport.on(
            "GET", "/apis/certificates.k8s.io/v1/namespaces/default/certificatesigningrequests/ann",
            .json(#"{"metadata":{"name":"ann"},"spec":{"request":"AAAA"}}"#))
        let answer = await describe("certificatesigningrequests/ann", "--show-events=false", at: server)
        #expect(answer.code == 1)
        #expect(answer.output.isEmpty)
        #expect(answer.errors == "error: Error parsing CSR: PEM block type must be CERTIFICATE REQUEST\n")
    }
}
