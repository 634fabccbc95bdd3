import TestSupport
import Testing

/// `run`: what it sends, and what it refuses before.
struct RunCommandTests {
    private func cluster() throws -> StubbedServer {
        try StubbedServer(resources: ["v1 pods Pod", "v1 services Service"])
    }

    private func arrange(
        _ server: StubbedServer, _ resource: String, kind: String, _ parts: String..., status: Int = 201
    ) {
        server.transport.on(
            "POST", "/api/v1/namespaces/web/\(resource)?fieldManager=kubectl-run",
            body: .matching { body in parts.allSatisfy { body.contains($0) } },
            .json(
                status == 201
                    ? #"{"kind":"\#(kind)","apiVersion":"v1","metadata":{"name":"a"}}"#
                    : #"{"kind":"Status","status":"Failure","reason":"AlreadyExists","message":"no","code":409}"#,
                status: status))
    }

    @Test func `a pod and its service are made, and the service is shown first`() async throws {
        let server = try cluster()
        arrange(server, "pods", kind: "Pod", #""containerPort":80"#, #""labels":{"run":"a"}"#)
        arrange(server, "services", kind: "Service", #""selector":{"run":"a"}"#)
        #expect(
            await server.run(["run", "a", "--image=i", "--port=80", "--expose"])
                == .init(code: 0, output: "service/a created\npod/a created\n", errors: ""))
    }

    @Test func `a pod stays although its service is refused`() async throws {
        let server = try cluster()
        arrange(server, "pods", kind: "Pod")
        arrange(server, "services", kind: "Service", status: 409)
        #expect(
            await server.run(["run", "a", "--image=i", "--port=80", "--expose"])
                == .init(
                    code: 1, output: "pod/a created\n", errors: "Error from server (AlreadyExists): no\n"))
    }

    /// The one pod of a list, at its end.
    private func ended(phase: String, code: Int = 0) -> StubResponse {
        let state = #"{"terminated":{"exitCode":\#(code),"reason":"Error","message":"why"}}"#
        let pod = #"""
            {"metadata":{"name":"a","namespace":"web"},"spec":{"containers":[{"name":"a"}]},
            "status":{"phase":"\#(phase)","containerStatuses":[{"state":\#(state)}]}}
            """#
        return .json(#"{"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"1"},"items":[\#(pod)]}"#)
    }

    private func attached(phase: String, code: Int = 0, removes: Bool) throws -> StubbedServer {
        let server = try cluster()
        arrange(server, "pods", kind: "Pod")
        server.transport
            .on(
                "GET", "/api/v1/namespaces/web/pods?fieldSelector=metadata.name%3Da&limit=500", repeated: true,
                ended(phase: phase, code: code)
            )
            .on("GET", "/api/v1/namespaces/web/pods/a/log?container=a", .text("hello\n"))
        if removes { server.transport.on("DELETE", "/api/v1/namespaces/web/pods/a", .json("{}")) }
        return server
    }

    @Test func `a pod that has ended before shows its log, and is deleted`() async throws {
        let server = try attached(phase: "Succeeded", removes: true)
        #expect(
            await server.run(["run", "a", "--image=i", "--attach", "--rm", "--restart=Never"])
                == .init(code: 0, output: "hello\npod \"a\" deleted from web namespace\n", errors: ""))
    }

    @Test func `the exit code of the pod is the program's`() async throws {
        let server = try attached(phase: "Failed", code: 7, removes: true)
        #expect(
            await server.run(["run", "a", "--image=i", "--attach", "--rm", "--restart=Never", "-q"])
                == .init(code: 7, output: "hello\n", errors: "pod web/a terminated (Error)\nwhy\n"))
    }

    @Test func `an input can be open without being attached`() async throws {
        let server = try cluster()
        arrange(server, "pods", kind: "Pod", #""stdin":true,"stdinOnce":true,"tty":true"#)
        #expect(await server.run(["run", "a", "--image=i", "-it", "--attach=false"]).code == 0)
    }
}
