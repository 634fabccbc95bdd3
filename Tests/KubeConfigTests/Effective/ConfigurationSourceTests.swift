import Glibc
import KubeConfig
import SystemIO
import TestSupport
import Testing

@Suite("ConfigurationSource: what is in use")
struct ConfigurationSourceTests {
    let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func source(
        _ json: String, environment: KeyValuePairs<String, String> = [:],
        _ change: (inout ConfigurationOverrides) -> Void = { _ in }
    ) throws -> ConfigurationSource {
        let file = try directory.write("config", json)
        var overrides = ConfigurationOverrides()
        change(&overrides)
        let environment = EnvironmentVariables(environment)
        return try ConfigurationSource.load(
            KubeconfigFiles(explicit: file, environment: environment), overrides: overrides, environment: environment,
            serviceAccount: ServiceAccount(environment: environment, directory: directory("account")))
    }

    private let two = """
        {"clusters":[{"name":"c1","cluster":{"server":"https://one:6443","insecure-skip-tls-verify":true,"tls-server-name":"n"}},
                     {"name":"c2","cluster":{"server":"two:80"}}],
         "users":[{"name":"u1","user":{"token":"t1"}},{"name":"u2","user":{"username":"joe","password":"p"}}],
         "contexts":[{"name":"x1","context":{"cluster":"c1","user":"u1","namespace":"ns"}},
                     {"name":"x2","context":{"cluster":"c2","user":"u2"}}],
         "current-context":"x1"}
        """

    @Test func theCurrentContextCounts() throws {
        let source = try source(two)
        #expect(try source.namespace() == ConfigurationSource.Namespace(name: "ns", isExplicit: false))
        let client = try source.clientConfiguration()
        #expect(client.server == "https://one:6443")
        #expect(client.credentials == .token("t1"))
        #expect(client.insecureSkipTLSVerify)
        #expect(client.tlsServerName == "n")
        #expect(client.contextName == "x1")
        #expect(client.clusterName == "c1")
        #expect(client.userName == "u1")
        #expect(client.requestTimeout == nil)
    }

    @Test func flagsChooseAndOverride() throws {
        let client = try source(two) {
            $0.context = "x2"
            $0.cluster = "c1"
            $0.impersonation.user = "root"
            $0.impersonation.groups = ["g"]
            $0.requestTimeout = "5"
        }.clientConfiguration()
        #expect(client.server == "https://one:6443")
        #expect(client.credentials == .basic(user: "joe", password: "p"))
        #expect(client.impersonation?.user == "root")
        #expect(client.impersonation?.groups == ["g"])
        #expect(client.requestTimeout == .seconds(5))
        #expect(try source(two) { $0.context = "x2" }.namespace().name == "default")
        #expect(
            try source(two) { $0.namespace = "a" }.namespace()
                == ConfigurationSource.Namespace(name: "a", isExplicit: true))
    }

    @Test func aServerFromTheFlagTakesBackTheNameOfTheCertificate() throws {
        let client = try source(two) { $0.server = "https://other" }.clientConfiguration()
        #expect(client.server == "https://other")
        #expect(client.tlsServerName == nil)
        #expect(try source(two) { $0.tlsServerName = "z" }.clientConfiguration().tlsServerName == "z")
    }

    @Test func withoutTLSNobodyIsNamed() throws {
        let client = try source(two) { $0.context = "x2" }.clientConfiguration()
        #expect(client.server == "http://two:80")
        #expect(client.credentials == .none)
    }

    @Test func withoutAnythingItIsTheLocalPort() throws {
        #expect(try source("{}").clientConfiguration().server == "http://localhost:8080")
        #expect(try source("{}").namespace().name == "default")
        let client = try source("{}", environment: ["KUBERNETES_MASTER": "http://m:1"]).clientConfiguration()
        #expect(client.server == "http://m:1")
        #expect(try source("{}") { $0.server = "h:1" }.clientConfiguration().server == "http://h:1")
    }

    @Test func whatAFlagAsksForMustExist() throws {
        #expect(throws: KubeConfigError.contextDoesNotExist("z")) {
            try source(two) { $0.context = "z" }.clientConfiguration()
        }
        #expect(throws: KubeConfigError.clusterDoesNotExist("z")) {
            try source(two) { $0.cluster = "z" }.clientConfiguration()
        }
        #expect(throws: KubeConfigError.userDoesNotExist("z")) {
            try source(two) { $0.user = "z" }.clientConfiguration()
        }
        #expect(throws: KubeConfigError.invalid([.contextNotFound("z")])) {
            try source(two) { $0.context = "z" }.namespace()
        }
        #expect(throws: KubeConfigError.invalid([.noServer(cluster: "z")])) {
            try source(two) { $0.cluster = "z" }.namespace()
        }
        #expect(try source(two) { $0.user = "z" }.namespace().name == "ns")
        #expect(throws: KubeConfigError.invalid([.contextNotFound("gone")])) {
            try source(#"{"current-context":"gone"}"#).clientConfiguration()
        }
    }

    @Test func faultsOfTheUserInUse() throws {
        let open = SystemError(operation: "open", path: "none", code: ENOENT)
        #expect(
            throws: KubeConfigError.invalid([
                .clientKeyMissing(user: "u1"), .unreadableClientCertificate("none", user: "u1", open),
            ])
        ) { try source(two) { $0.clientCertificate = "none" }.clientConfiguration() }
        #expect(throws: KubeConfigError.invalid([.severalMethods(user: "u1")])) {
            try source(two) { $0.username = "b" }.clientConfiguration()
        }
        #expect(throws: KubeConfigError.invalid([.impersonationWithoutUser(user: "u1")])) {
            try source(two) { $0.impersonation.uid = "b" }.clientConfiguration()
        }
        #expect(throws: KubeConfigError.invalid([.unreadableCertificateAuthority("none", cluster: "c1", open)])) {
            try source(two) { $0.certificateAuthority = "none" }.clientConfiguration()
        }
        let exec = #"{"users":[{"name":"u","user":{"auth-provider":{},"exec":{"env":[{}]}}}]}"#
        #expect(
            throws: KubeConfigError.invalid([
                .authProviderWithExec(user: "u"), .execCommandMissing(user: "u"), .execAPIVersionMissing(user: "u"),
                .execVariableNameMissing(user: "u"), .execInteractiveModeMissing(user: "u"),
            ])
        ) { try source(exec) { $0.user = "u" }.clientConfiguration() }
        let proxy = #"{"clusters":[{"name":"c","cluster":{"proxy-url":"ftp://x"}}]}"#
        #expect(
            throws: KubeConfigError.invalid([
                .invalidProxyURL("ftp://x", cluster: "c", unsupportedScheme: "ftp")
            ])
        ) { try source(proxy) { $0.cluster = "c" }.clientConfiguration() }
    }

    @Test(arguments: [
        ("://x", KubeConfigError.serverIsNoAddress("://x")),
        ("foo/bar", .serverIsNoAddress("foo/bar")),
        ("https://h/%zz", .serverIsNoURL(.invalidEscape("%zz"))),
        (" ", .serverIsNoURL(.invalidHostCharacter(" "))),
        ("https://h:x", .serverIsNoAddress("https://h:x")), ("h:x", .serverIsNoURL(.invalidPort(":x"))),
        ("https://h:1\u{1}", .serverIsNoURL(.controlCharacter)),
    ])
    func badServers(server: String, error: KubeConfigError) throws {
        #expect(throws: error) { try source("{}") { $0.server = server }.clientConfiguration() }
    }

    @Test(arguments: [
        ("http://h:1/x?y#z", "http://h:1/x", "http://h:1/x"), ("http://h:1/", "http://h:1", "http://h:1/"),
        ("http://h?q", "http://h", "http://h?q"), ("h:1/", "http://h:1", "h:1/"),
        ("[::1]:80", "http://[::1]:80", "[::1]:80"),
        ("HTTP://u:p@h/a b", "http://u:p@h/a%20b", "http://u:p@h/a%20b"),
    ])
    func servers(server: String, url: String, written: String) throws {
        let client = try source("{}") { $0.server = server }.clientConfiguration()
        #expect(client.server == url)
        #expect(client.serverAsWritten == written)
    }

    @Test(arguments: [
        ("0", nil), ("", nil), ("10", Duration.seconds(10)), ("1s", .seconds(1)), ("1m30s", .seconds(90)), ("-1s", nil),
        ("500ms", .milliseconds(500)),
    ])
    func timeouts(text: String, expected: Duration?) throws {
        #expect(try source("{}") { $0.requestTimeout = text }.clientConfiguration().requestTimeout == expected)
    }

    @Test(arguments: ["x", "-1", "1.5", "1x", " 1"]) func badTimeouts(text: String) {
        #expect(throws: KubeConfigError.invalidTimeout(text)) {
            try source("{}") { $0.requestTimeout = text }.clientConfiguration()
        }
    }

    @Test func inAPod() throws {
        try directory.write("account/token", "secret\n")
        try directory.write("account/namespace", " pod-ns\n")
        let pod: KeyValuePairs = ["KUBERNETES_SERVICE_HOST": "fd00::1", "KUBERNETES_SERVICE_PORT": "443"]
        let client = try source("{}", environment: pod).clientConfiguration()
        #expect(client.server == "https://[fd00::1]:443")
        #expect(client.isInCluster)
        #expect(client.credentials == .tokenFile(path: directory("account/token"), initial: "secret\n"))
        #expect(try source("{}", environment: pod).namespace().name == "pod-ns")
        #expect(try source("{}", environment: pod) { $0.token = "t" }.clientConfiguration().credentials == .token("t"))
        // What a kubeconfig says counts more.
        #expect(try source(two, environment: pod).clientConfiguration().server == "https://one:6443")
        #expect(try source(two, environment: pod).namespace().name == "ns")
        #expect(try source("{}", environment: pod) { $0.server = "h:1" }.clientConfiguration().server == "http://h:1")
    }
}
