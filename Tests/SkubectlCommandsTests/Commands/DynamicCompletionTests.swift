import SkubectlCommands
import SystemIO
import TestSupport
import Testing

/// Completion with values of the kubeconfig and of the cluster, compared with kubectl's on a real cluster.
struct DynamicCompletionTests {
    private let folder: TemporaryDirectory
    private let transport = StubTransport()

    init() throws {
        folder = try TemporaryDirectory()
        try folder.write(
            "config",
            """
            apiVersion: v1
            kind: Config
            current-context: main
            clusters: [{name: here, cluster: {server: "http://127.0.0.1:1"}}, {name: there, cluster: {server: "http://127.0.0.1:2"}}]
            contexts: [{name: side, context: {cluster: there, user: ada}}, {name: main, context: {cluster: here, namespace: web}}]
            users: [{name: ada, user: {}}, {name: alan, user: {}}]
            """)
    }

    private func complete(_ words: String...) async -> String {
        let console = MemoryConsole()
        let environment = EnvironmentVariables([
            "KUBECONFIG": folder("config"), "KUBECACHEDIR": folder("cache"),
        ])
        let program = Skubectl(console: console, environment: environment, clock: FixedClock()) { _ in transport }
        #expect(await program.run(["kubectl", "__complete"] + words) == 0)
        return console.output
    }

    private func arrangeDiscovery() {
        transport
            .on("GET", "/api?timeout=32s", repeated: true, .json(#"{"kind":"APIVersions","versions":["v1"]}"#))
            .on(
                "GET", "/apis?timeout=32s", repeated: true,
                .json(
                    """
                    {"kind":"APIGroupList","groups":[{"name":"apps","versions":[{"groupVersion":"apps/v1","version":"v1"}],\
                    "preferredVersion":{"groupVersion":"apps/v1","version":"v1"}}]}
                    """)
            )
            .on(
                "GET", "/api/v1?timeout=32s", repeated: true,
                .json(
                    """
                    {"kind":"APIResourceList","groupVersion":"v1","resources":[\
                    {"name":"pods","singularName":"","namespaced":true,"kind":"Pod","verbs":["get","list"],"shortNames":["po"]},\
                    {"name":"bindings","singularName":"","namespaced":true,"kind":"Binding","verbs":["create"]},\
                    {"name":"namespaces","singularName":"","namespaced":false,"kind":"Namespace","verbs":["get","list"]}]}
                    """)
            )
            .on(
                "GET", "/apis/apps/v1?timeout=32s", repeated: true,
                .json(
                    """
                    {"kind":"APIResourceList","groupVersion":"apps/v1","resources":[\
                    {"name":"deployments","singularName":"","namespaced":true,"kind":"Deployment","verbs":["get","list"]}]}
                    """))
    }

    private func arrangeNames(_ target: String, _ names: String...) {
        let items = names.map { #"{"metadata":{"name":"\#($0)"}}"# }.joined(separator: ",")
        transport.on("GET", "\(target)?limit=500", .json(#"{"kind":"List","apiVersion":"v1","items":[\#(items)]}"#))
    }

    @Test func `names of the kubeconfig`() async {
        #expect(await complete("--context", "") == "main\nside\n:4\n")
        #expect(await complete("--context=s") == "side\n:4\n")
        #expect(await complete("get", "--cluster", "t") == "there\n:4\n")
        #expect(await complete("get", "--user", "a") == "ada\nalan\n:4\n")
    }

    @Test func `a kubeconfig that cannot be read has none`() async throws {
        try folder.write("config", "{")
        #expect(await complete("--context", "") == ":4\n")
        #expect(await complete("get", "pods", "") == ":4\n")
    }

    @Test func `types of resources that can be read, also after a comma`() async {
        arrangeDiscovery()
        #expect(await complete("get", "") == "namespaces\npods\ndeployments.apps\n:4\n")
        #expect(await complete("get", "pods,de") == "pods,deployments.apps\n:4\n")
        #expect(await complete("get", "pod/a", "de") == "deployments.apps/\n:6\n")
    }

    @Test func `names in the namespace of the command line, without those already there`() async {
        arrangeDiscovery()
        arrangeNames("/api/v1/namespaces/web/pods", "a1", "a2", "b")
        #expect(await complete("get", "pods", "a1", "a") == "a2\n:4\n")
        arrangeNames("/api/v1/namespaces/other/pods", "c")
        #expect(await complete("-n", "other", "get", "po", "") == "c\n:4\n")
        arrangeNames("/apis/apps/v1/namespaces/web/deployments", "d1", "d2")
        #expect(await complete("get", "deployments/d1", "deployments/d") == "deployments/d2\n:4\n")
        arrangeNames("/api/v1/namespaces", "web", "other")
        #expect(await complete("get", "--namespace", "o") == "other\n:4\n")
    }

    @Test func `pods, types that have pods, and containers`() async {
        arrangeDiscovery()
        arrangeNames("/api/v1/namespaces/web/pods", "p", "dev")
        #expect(await complete("logs", "de") == "dev\ndeployments/\n:4\n")
        arrangeNames("/api/v1/namespaces/web/pods")
        #expect(await complete("logs", "da") == "daemonsets/\n:6\n")
        let pod = #"{"kind":"Pod","spec":{"initContainers":[{"name":"i"}],"containers":[{"name":"c1"},{"name":"c2"}]}}"#
        transport.on("GET", "/api/v1/namespaces/web/pods/p", repeated: true, .json(pod))
        #expect(await complete("logs", "p", "") == "i\nc1\nc2\n:4\n")
        #expect(await complete("logs", "pod/p", "-c", "c") == "c1\nc2\n:4\n")
        #expect(await complete("logs", "p", "c1", "") == ":4\n")
    }

    @Test func `names of several types, one after another`() async {
        arrangeDiscovery()
        arrangeNames("/api/v1/namespaces/web/pods", "p", "q")
        arrangeNames("/apis/apps/v1/namespaces/web/deployments", "d")
        #expect(await complete("get", "po,deployments", "") == "p\nq\nd\n:4\n")
    }

    @Test func `containers of a pod of a workload, the best one`() async {
        arrangeDiscovery()
        transport.on(
            "GET", "/apis/apps/v1/namespaces/web/deployments/d",
            .json(#"{"kind":"Deployment","spec":{"selector":{"matchLabels":{"app":"d"}}}}"#))
        let pods = ["Pending": "waiting", "Running": "main"].sorted { $0.key < $1.key }.map { phase, container in
            #"{"spec":{"nodeName":"n","containers":[{"name":"\#(container)"}]},"status":{"phase":"\#(phase)"}}"#
        }
        transport.on(
            "GET", "/api/v1/namespaces/web/pods?labelSelector=app%3Dd&limit=500",
            .json(#"{"kind":"PodList","items":[\#(pods.joined(separator: ","))]}"#))
        #expect(await complete("logs", "deployments/d", "") == "main\n:4\n")
    }

    @Test func `what takes one name of the kubeconfig is offered one`() async {
        #expect(await complete("config", "use-context", "") == "main\nside\n:4\n")
        #expect(await complete("config", "use-context", "main", "") == ":4\n")
        #expect(await complete("config", "delete-cluster", "t") == "there\n:4\n")
        #expect(await complete("config", "delete-user", "ada", "a") == ":4\n")
    }

    @Test func `sides of a copy`() async {
        arrangeDiscovery()
        arrangeNames("/api/v1/namespaces", "web", "zone")
        arrangeNames("/api/v1/namespaces/web/pods", "zoo", "pod")
        #expect(await complete("cp", "z") == "zone/\nzoo:\n:2\n")
        arrangeNames("/api/v1/namespaces", "web")
        arrangeNames("/api/v1/namespaces/web/pods", "pod")
        #expect(await complete("cp", "") == "web/\npod:\n./\n/\n:2\n")
        arrangeNames("/api/v1/namespaces/other/pods", "pod", "other")
        #expect(await complete("cp", "other/p") == "other/pod:\n:2\n")
        for word in ["./a", "/a", "~", "pod:", "pod:/a"] { #expect(await complete("cp", word) == ":2\n") }
        #expect(await complete("cp", "a", "") == ":2\n")
    }

    @Test func `an unknown type has no names`() async {
        transport.on("GET", "/api?timeout=32s", repeated: true, .json("{}", status: 500))
            .on("GET", "/apis?timeout=32s", repeated: true, .json("{}", status: 500))
        #expect(await complete("get", "pods", "") == ":4\n")
        #expect(await complete("get", "") == ":4\n")
    }
}
