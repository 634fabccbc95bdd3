import TestSupport
import Testing

/// `debug`: what it sends, and what it refuses before.
@Suite struct DebugCommandTests {
    private static let pods = "/api/v1/namespaces/web/pods"

    private func cluster() throws -> StubbedServer {
        try StubbedServer(resources: ["v1 pods Pod", "v1 nodes Node", "v1 configmaps ConfigMap"])
    }

    private func arrangePod(_ server: StubbedServer, spec: String = "") {
        server.arrange(
            "\(Self.pods)/p",
            #"{"kind":"Pod","apiVersion":"v1","metadata":{"name":"p","namespace":"web","labels":{"a":"b"},"#
                + #""annotations":{"c":"d"}},"spec":{"containers":[{"name":"main","image":"i","args":["x"],"resources":{},"#
                + #""livenessProbe":{"exec":{"command":["y"]}}},{"name":"side","image":"j","resources":{}}],"#
                + #""securityContext":{},"nodeName":"n"\#(spec)},"status":{}}"#)
    }

    private func arrange(
        _ server: StubbedServer, _ method: String = "POST", _ target: String = DebugCommandTests.pods, body: String
    ) {
        let answer = #"{"kind":"Pod","apiVersion":"v1","metadata":{"name":"made","namespace":"web"}}"#
        server.transport.on(method, target, body: .text(body), .json(answer, status: method == "POST" ? 201 : 200))
    }

    @Test func `a container is added to the pod itself`() async throws {
        let server = try cluster()
        arrangePod(server)
        arrange(
            server, "PATCH", "\(Self.pods)/p/ephemeralcontainers",
            body: #"{"spec":{"ephemeralContainers":[{"#
                + #""command":["sh","-c","ls"],"env":[{"name":"A","value":"1"},{"name":"B"}],"image":"busybox","#
                + #""imagePullPolicy":"Never","name":"d","resources":{},"#
                + #""securityContext":{"capabilities":{"add":["SYS_PTRACE"]}},"targetContainerName":"main","#
                + #""terminationMessagePolicy":"File"}]}}"#)
        let words = [
            "debug", "p", "--image=busybox", "-c", "d", "--target=main", "--env=B=,A=1", "--image-pull-policy=Never",
            "--", "sh", "-c", "ls",
        ]
        #expect(
            await server.run(words)
                == .init(
                    code: 0,
                    output: "Targeting container \"main\". If you don't see processes from this container it may be "
                        + "because the container runtime doesn't support this feature.\n", errors: ""))
    }

    @Test func `a copy with another command for a container`() async throws {
        let server = try cluster()
        arrangePod(server, spec: #","ephemeralContainers":[{"name":"old","image":"k"}]"#)
        arrange(
            server,
            body: #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"copy","namespace":"web"},"#
                + #""spec":{"containers":[{"command":["sh"],"image":"z","name":"main","resources":{},"#
                + #""securityContext":{"privileged":true}},{"image":"other","name":"side","resources":{}}],"#
                + #""securityContext":{},"shareProcessNamespace":false}}"#)
        server.transport.on(
            "DELETE", "\(Self.pods)/p",
            body: .text(#"{"kind":"DeleteOptions","apiVersion":"v1","gracePeriodSeconds":0}"#), .json("{}"))
        let words = [
            "debug", "p", "--copy-to=copy", "-c", "main", "--set-image=*=other,main=z", "--share-processes=false",
            "--replace", "--profile=sysadmin", "--", "sh",
        ]
        #expect(await server.run(words) == .init(code: 0, output: "", errors: ""))
    }

    @Test func `a copy where only images differ keeps all else`() async throws {
        let server = try cluster()
        arrangePod(server)
        arrange(
            server,
            body: #"{"apiVersion":"v1","kind":"Pod","metadata":{"annotations":{"c":"d"},"labels":{"a":"b"},"#
                + #""name":"copy","namespace":"web"},"spec":{"containers":[{"args":["x"],"image":"z","#
                + #""livenessProbe":{"exec":{"command":["y"]}},"name":"main","resources":{}},{"image":"j","name":"side","#
                + #""resources":{}}],"nodeName":"n","securityContext":{}}}"#)
        #expect(
            await server.run(["debug", "p", "--copy-to=copy", "--set-image=main=z", "--same-node"])
                == .init(code: 0, output: "", errors: ""))
    }

    @Test func `a node gets a pod of its own`() async throws {
        let server = try cluster()
        server.arrange("/api/v1/namespaces/web/nodes/n", #"{"kind":"Node","apiVersion":"v1","metadata":{"name":"n"}}"#)
        server.transport.on(
            "POST", Self.pods,
            body: .matching { body in
                [#""nodeName":"n""#, #""tolerations":[{"operator":"Exists"}]"#, #""name":"node-debugger-n-"#]
                    .allSatisfy(body.contains)
            }, .json(#"{"kind":"Pod"}"#, status: 201))
        let answer = await server.run(["debug", "node/n", "--image=busybox"])
        #expect(answer.code == 0)
        let words = answer.output.split(separator: " ").map(String.init)
        #expect(words.prefix(3) == ["Creating", "debugging", "pod"])
        #expect(answer.output.hasSuffix(" with container debugger on node n.\n"))
        let suffix = words[3].dropFirst("node-debugger-n-".count)
        #expect(suffix.count == 5 && suffix.allSatisfy("bcdfghjklmnpqrstvwxz2456789".contains))
    }

    @Test func `a part of a container goes over the profile`() async throws {
        let folder = try TemporaryDirectory()
        try folder.write(
            "custom.yaml",
            "env: [{name: X, value: 1}]\nsecurityContext: {runAsUser: 0}\nresources: {limits: {cpu: 100m}}\n")
        let server = try cluster()
        arrangePod(server)
        arrange(
            server, "PATCH", "\(Self.pods)/p/ephemeralcontainers",
            body: #"{"spec":{"ephemeralContainers":[{"#
                + #""env":[{"name":"X","value":"1"}],"image":"busybox","name":"d","resources":{"limits":{"cpu":"100m"}},"#
                + #""securityContext":{"capabilities":{"add":["SYS_PTRACE"]},"runAsUser":0},"#
                + #""terminationMessagePolicy":"File"}]}}"#)
        let answer = await server.run(
            ["debug", "p", "--image=busybox", "-c", "d", "--custom=\(folder("custom.yaml"))"])
        #expect(answer == .init(code: 0, output: "", errors: ""))
    }

    @Test func `a user of the pod that is not root is warned of`() async throws {
        let server = try cluster()
        arrangePod(server, spec: #","securityContext":{"runAsUser":5}"#)
        server.transport.on("PATCH", "\(Self.pods)/p/ephemeralcontainers", .json("{}"))
        let answer = await server.run(["debug", "p", "--image=busybox", "-q"])
        #expect(answer.output == "")
        #expect(answer.errors.hasPrefix("Warning: Non-root user is configured for the entire target Pod"))
    }

    @Test func `a server without ephemeral containers is told`() async throws {
        let server = try cluster()
        arrangePod(server)
        let status =
            #"{"kind":"Status","status":"Failure","reason":"NotFound","message":"no such place","details":{},"code":404}"#
        server.transport.on("PATCH", "\(Self.pods)/p/ephemeralcontainers", .json(status, status: 404))
        #expect(
            await server.run(["debug", "p", "--image=busybox", "-c", "d"])
                == .init(
                    code: 1, output: "",
                    errors: "error: ephemeral containers are disabled for this cluster (error from server: "
                        + "\"no such place\")\n"))
    }

    @Test(arguments: [
        (["--replace"], "--replace may only be used with --copy-to."),
        (["--same-node"], "--same-node may only be used with --copy-to."),
        (["--set-image=a=b"], "--set-image may only be used with --copy-to."),
        ([], "you must specify --image when not using --copy-to."),
        (["--attach"], "you must specify --container or create a new container using --image in order to attach."),
        (["--copy-to=x"], "you must specify --image, --set-image or command arguments."),
        (["--copy-to=x", "--", "sh"], "you must specify an existing container or a new image when specifying args."),
        (["--image=B"], "invalid image name \"B\": invalid reference format"),
        (["--image=b", "--image-pull-policy=x"], "invalid image pull policy: x"),
        (
            ["--copy-to=x", "--set-image=a=B"], "invalid image name \"B\" for container \"a\": invalid reference format"
        ),
        (
            ["--copy-to=x", "--image=b", "--target=c"],
            "--target is incompatible with --copy-to. Use --share-processes instead."
        ),
        (["--image=b", "-t"], "-i/--stdin is required for containers with -t/--tty=true"),
        (["--image=b", "--profile=none"], "unknown profile: none"),
    ])
    func `what is refused before anything is asked`(flags: [String], message: String) async throws {
        let server = try StubbedServer(resources: [])
        #expect(
            await server.run(["debug", "p"] + flags) == .init(code: 1, output: "", errors: "error: \(message)\n"))
        #expect(server.transport.requests.isEmpty)
    }

    @Test func `other kinds are not debugged`() async throws {
        let server = try cluster()
        server.arrange(
            "/api/v1/namespaces/web/configmaps/c", #"{"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"c"}}"#)
        #expect(
            await server.run(["debug", "cm/c", "configmaps/c", "--image=b"])
                == .init(code: 1, output: "", errors: "error: the server doesn't have a resource type \"cm\"\n"))
        #expect(
            await server.run(["debug", "configmaps/c", "--image=b"])
                == .init(code: 1, output: "", errors: "error: \"/v1, Kind=ConfigMap\" not supported by debug\n"))
    }
}
