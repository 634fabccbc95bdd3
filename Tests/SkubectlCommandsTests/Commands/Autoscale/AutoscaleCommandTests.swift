import TestSupport
import Testing

/// `autoscale` with servers that have the newest version of autoscalers, and with those that do not.
struct AutoscaleCommandTests {
    /// A server with one deployment.
    private func cluster() throws -> StubbedServer {
        let server = try StubbedServer(resources: ["apps/v1 deployments Deployment"])
        server.arrange(
            "/apis/apps/v1/namespaces/web/deployments/d",
            #"{"kind":"Deployment","apiVersion":"apps/v1","metadata":{"name":"d"}}"#)
        return server
    }

    private func arrange(
        _ server: StubbedServer, _ version: String, status: Int, body: StubTransport.Body = .anything
    ) {
        server.transport.on(
            "POST",
            "/apis/autoscaling/\(version)/namespaces/web/horizontalpodautoscalers?fieldManager=kubectl-autoscale",
            body: body,
            .json(
                status == 201
                    ? #"{"kind":"HorizontalPodAutoscaler","apiVersion":"autoscaling/\#(version)","metadata":{"name":"d"}}"#
                    : #"{"kind":"Status","status":"Failure","reason":"Conflict","message":"no \#(version)","code":409}"#,
                status: status))
    }

    @Test func `the newest version is tried first`() async throws {
        let server = try cluster()
        arrange(
            server, "v2", status: 201,
            body: .matching { $0.contains(#""target":{"averageUtilization":50,"type":"Utilization"}"#) })
        #expect(
            await server.run(["autoscale", "deployment", "d", "--max=3", "--cpu=50%"])
                == .init(code: 0, output: "horizontalpodautoscaler.autoscaling/d autoscaled\n", errors: ""))
    }

    @Test func `the first version is tried where the newest is refused`() async throws {
        let server = try cluster()
        arrange(server, "v2", status: 409)
        arrange(
            server, "v1", status: 409,
            body: .text(
                #"{"apiVersion":"autoscaling/v1","kind":"HorizontalPodAutoscaler","metadata":{"name":"d"},"#
                    + #""spec":{"maxReplicas":3,"scaleTargetRef":{"apiVersion":"apps/v1","kind":"Deployment","name":"d"}},"#
                    + #""status":{"currentReplicas":0,"desiredReplicas":0}}"#))
        #expect(
            await server.run(["autoscale", "deployment", "d", "--max=3", "--cpu=50%"])
                == .init(code: 1, output: "", errors: "Error from server (Conflict): no v1\n"))
    }

    @Test(arguments: [
        ([], "empty input"), (["--cpu=500m"], "%!w(<nil>)"), (["--cpu=50%", "--memory=1"], "%!w(<nil>)"),
        (["--memory=50%"], "empty input"),
    ])
    func `what the first version has no place for is refused`(flags: [String], reason: String) async throws {
        let server = try cluster()
        arrange(server, "v2", status: 409)
        #expect(
            await server.run(["autoscale", "deployment", "d", "--max=3"] + flags).errors
                == "error: failed to create autoscaling/v2 HPA and the configuration is incompatible with autoscaling/v1: "
                + "\(reason)\n")
    }

    @Test(arguments: [true, false])
    func `a server is asked whether other kinds can be scaled`(canBeScaled: Bool) async throws {
        let server = try StubbedServer(resources: ["example.com/v1 widgets Widget"])
        server.arrange("/apis/example.com/v1/namespaces/web/widgets/w", #"{"metadata":{"name":"w"}}"#)
        let scale = canBeScaled ? #",{"name":"widgets/scale"}"# : ""
        server.arrange("/apis/example.com/v1", #"{"resources":[{"name":"widgets"}\#(scale)]}"#)
        let answer = await server.run(["autoscale", "widgets.example.com/w", "--max=3", "--dry-run=client"])
        #expect(
            answer
                == (canBeScaled
                    ? .init(code: 0, output: "horizontalpodautoscaler.autoscaling/w created (dry run)\n", errors: "")
                    : .init(
                        code: 1, output: "",
                        errors:
                            "error: cannot autoscale a Widget: could not find scale subresource for example.com/v1, "
                            + "Resource=widgets in discovery information\n")))
    }
}
