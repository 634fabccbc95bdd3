import Glibc
import KubeConfig
import SystemIO
import TestSupport
import Testing
import YAMLCodec

@Suite("KubeconfigLoader: which files count and how they merge")
struct KubeconfigLoaderTests {
    let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func files(_ names: [String], explicit: String = "") -> KubeconfigFiles {
        let list = names.map { $0.isEmpty ? "" : directory($0) }.joined(separator: ":")
        return KubeconfigFiles(
            explicit: explicit.isEmpty ? "" : directory(explicit),
            environment: EnvironmentVariables(["HOME": directory.path, "KUBECONFIG": list]))
    }

    @Test func precedence() {
        let home = KubeconfigFiles(environment: EnvironmentVariables(["HOME": "/h"]))
        #expect(home.precedence == ["/h/.kube/config"])
        #expect(home.defaultFile == "/h/.kube/config")
        #expect(KubeconfigFiles(environment: EnvironmentVariables()).precedence == [".kube/config"])
        let listed = KubeconfigFiles(environment: EnvironmentVariables(["KUBECONFIG": "a:b:a::", "HOME": "/h"]))
        #expect(listed.precedence == ["a", "b", ""])
        let explicit = KubeconfigFiles(explicit: "e", environment: EnvironmentVariables(["KUBECONFIG": "a"]))
        #expect(explicit.precedence == ["e"])
        #expect(explicit.defaultFile == "e")
    }

    @Test func newEntriesGoToTheFirstFileThatExistsElseToTheLast() throws {
        #expect(files(["a", "b"]).defaultFile == directory("b"))
        try directory.write("a", "")
        #expect(files(["c", "a", "b"]).defaultFile == directory("a"))
        #expect(files(["c"]).defaultFile == directory("c"))
    }

    @Test func ofTwoEntriesWithOneNameTheFirstStaysWhole() throws {
        try directory.write(
            "a", #"{"clusters":[{"name":"c","cluster":{"server":"one"}}],"contexts":[{"name":"x"}],"preferences":{}}"#)
        try directory.write(
            "b",
            #"{"clusters":[{"name":"c","cluster":{"server":"two","proxy-url":"p"}},{"name":"d"}],"current-context":"y","preferences":{"colors":true}}"#
        )
        try directory.write("c", #"{"current-context":"z"}"#)
        let loaded = try KubeconfigLoader(files: files(["a", "", "none", "b", "c"])).load()
        #expect(loaded.config.clusters["c"]?.server == "one")
        #expect(loaded.config.clusters["c"]?.proxyURL == "")
        #expect(loaded.config.clusters["c"]?.origin == directory("a"))
        #expect(loaded.config.clusters["d"]?.origin == directory("b"))
        #expect(loaded.config.currentContext == "y")
        #expect(loaded.config.preferences.colors)
        #expect(loaded.read == [directory("a"), directory("b"), directory("c")])
        #expect(loaded.missing == [])
    }

    @Test func pathsAreRelativeToTheirFile() throws {
        try directory.write(
            "sub/a",
            """
            {"clusters":[{"name":"c","cluster":{"certificate-authority":"../ca.crt"}}],
             "users":[{"name":"u","user":{"client-certificate":"c","client-key":"/abs/k","tokenFile":"t",
               "exec":{"command":"bin/x"}}},{"name":"v","user":{"exec":{"command":"x"}}}]}
            """)
        let files = files(["sub/a"])
        let config = try KubeconfigLoader(files: files).load().config
        #expect(config.clusters["c"]?.certificateAuthority == directory("ca.crt"))
        #expect(config.users["u"]?.clientCertificate == directory("sub/c"))
        #expect(config.users["u"]?.clientKey == "/abs/k")
        #expect(config.users["u"]?.tokenFile == directory("sub/t"))
        #expect(config.users["u"]?.exec?.command == directory("sub/bin/x"))
        #expect(config.users["v"]?.exec?.command == "x")
        #expect(try KubeconfigLoader(files: files).loadAsWritten().clusters["c"]?.certificateAuthority == "../ca.crt")
    }

    @Test func missingFiles() throws {
        let missing = directory("none")
        #expect(throws: KubeConfigError.system(SystemError(operation: "stat", path: missing, code: ENOENT))) {
            try KubeconfigLoader(files: files([], explicit: "none")).load()
        }
        #expect(try KubeconfigLoader(files: files([], explicit: "none")).loadAsWritten() == Kubeconfig())
        #expect(try KubeconfigLoader(files: files(["none", "no"])).load().missing == [missing, directory("no")])
        let home = KubeconfigFiles(environment: EnvironmentVariables(["HOME": directory.path]))
        #expect(try KubeconfigLoader(files: home).load().missing == [])
    }

    @Test func everyBadFileIsTold() throws {
        let pod = try directory.write("pod", #"{"kind":"Pod"}"#)
        let good = try directory.write("good", "{}")
        let error = KubeConfigError.unreadableFiles([
            UnreadableFile(
                path: directory.path, fault: .system(SystemError(operation: "read", path: directory.path, code: EISDIR))
            ),
            UnreadableFile(path: pod, fault: .unknownKind(kind: "Pod", apiVersion: "v1")),
        ])
        let files = KubeconfigFiles(
            environment: EnvironmentVariables(["KUBECONFIG": "\(directory.path):\(good):\(pod)"]))
        #expect(throws: error) { try KubeconfigLoader(files: files).load() }
    }

    @Test func theFileOfTheEarliestVersionsIsCopied() throws {
        try directory.write(".kube/.kubeconfig", #"{"current-context":"old"}"#)
        let home = KubeconfigFiles(environment: EnvironmentVariables(["HOME": directory.path]))
        #expect(try KubeconfigLoader(files: home).load().config.currentContext == "old")
        #expect(try directory.read(".kube/config") == #"{"current-context":"old"}"#)
    }

    @Test(arguments: [
        ("", ""), ("\n", ""), ("# nothing\n", ""), ("current-context: a\ncurrent-context: b\n", "b"),
        ("current-context: a\n---\ncurrent-context: b\n", "a"), ("Current-Context: a\n", ""),
        ("{current-context: a, foo: 1}", "a"),
    ])
    func yaml(text: String, currentContext: String) throws {
        try directory.write("config", text)
        #expect(try KubeconfigLoader(files: files(["config"])).load().config.currentContext == currentContext)
    }

    @Test func badYAML() throws {
        let path = try directory.write("config", "a: [b\n")
        let fault = FileFault.yaml(.syntax(problem: "did not find expected ',' or ']'", line: 1))
        #expect(throws: KubeConfigError.unreadableFiles([UnreadableFile(path: path, fault: fault)])) {
            try KubeconfigLoader(files: files(["config"])).load()
        }
    }
}
