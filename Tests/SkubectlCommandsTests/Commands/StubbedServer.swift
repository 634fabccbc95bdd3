import HTTPTransport
import SkubectlCommands
import SystemIO
import TestSupport
import Testing

/// The program with a kubeconfig and a cache of its own, in front of a server whose answers are arranged.
struct StubbedServer {
    /// What a command line left.
    struct Answer: Equatable {
        let code: Int32
        let output: String
        let errors: String
    }

    let transport = StubTransport()
    private let folder: TemporaryDirectory

    /// - Parameters:
    ///   - namespace: that of the kubeconfig's context.
    ///   - resources: what the server has, a line each, such as "v1 pods Pod" or "apps/v1 deployments Deployment"; with
    ///     none nobody asks it.
    init(namespace: String = "web", resources: [String]) throws {
        folder = try TemporaryDirectory()
        try folder.write(
            "config",
            """
            apiVersion: v1
            kind: Config
            current-context: main
            clusters: [{name: here, cluster: {server: "http://127.0.0.1:1"}}]
            contexts: [{name: main, context: {cluster: here, namespace: \(namespace)}}]
            """)
        if resources.isEmpty { return }
        arrangeDiscovery(resources.map { $0.split(separator: " ").map(String.init) })
    }

    /// Arranges an answer in JSON, which is given once.
    func arrange(_ target: String, _ body: String, status: Int = 200) {
        transport.on("GET", target, .json(body, status: status))
    }

    /// Carries out a command line, of which the program's name is left out.
    func run(_ words: [String], environment: [String: String] = [:]) async -> Answer {
        let console = MemoryConsole()
        var variables = EnvironmentVariables(["KUBECONFIG": folder("config"), "KUBECACHEDIR": folder("cache")])
        for (name, value) in environment { variables[name] = value }
        let program = Skubectl(console: console, environment: variables, clock: FixedClock()) { _ in transport }
        let code = await program.run(["kubectl"] + words)
        return Answer(code: code, output: console.output, errors: console.error)
    }

    /// What was asked for after discovery, in alphabetical order.
    var requests: [String] {
        transport.lines.filter { !$0.hasSuffix("?timeout=32s") }.map { String($0.dropFirst("GET ".count)) }.sorted()
    }

    /// The forms that the last request asked for.
    var acceptOfLast: String? { transport.requests.last?.headers.values("Accept").first }

    private func arrangeDiscovery(_ resources: [[String]]) {
        let versions = Array(Set(resources.map { $0[0] })).sorted()
        let groups = versions.filter { $0.contains("/") }.map { version in
            let parts = version.split(separator: "/")
            let told = #"{"groupVersion":"\#(version)","version":"\#(parts[1])"}"#
            return #"{"name":"\#(parts[0])","versions":[\#(told)],"preferredVersion":\#(told)}"#
        }
        let core = versions.filter { !$0.contains("/") }.map { "\"\($0)\"" }.joined(separator: ",")
        answer("/api", #"{"kind":"APIVersions","versions":[\#(core)]}"#)
        answer("/apis", #"{"kind":"APIGroupList","groups":[\#(groups.joined(separator: ","))]}"#)
        for version in versions {
            let list = resources.filter { $0[0] == version }.map { resource in
                #"{"name":"\#(resource[1])","singularName":"","namespaced":true,"kind":"\#(resource[2])","#
                    + #""verbs":["get","list"]}"#
            }
            answer(
                version.contains("/") ? "/apis/\(version)" : "/api/\(version)",
                #"{"kind":"APIResourceList","groupVersion":"\#(version)","resources":[\#(list.joined(separator: ","))]}"#
            )
        }
    }

    private func answer(_ path: String, _ text: String) {
        transport.on("GET", "\(path)?timeout=32s", repeated: true, .json(text))
    }
}
