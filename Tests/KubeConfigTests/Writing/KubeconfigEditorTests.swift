import Glibc
import KubeConfig
import SystemIO
import TestSupport
import Testing

@Suite("KubeconfigEditor: what is written, and where")
struct KubeconfigEditorTests {
    let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func editor(_ names: String..., patience: Duration = .seconds(30)) -> KubeconfigEditor {
        let list = names.map { directory($0) }.joined(separator: ":")
        let environment = EnvironmentVariables(["KUBECONFIG": list, "HOME": directory.path])
        return KubeconfigEditor(files: KubeconfigFiles(environment: environment), patience: patience)
    }

    /// The reference: `kubectl config use-context 123` on this very file.
    @Test func writesWhatKubectlWrites() throws {
        let path = try directory.write(
            "config",
            """
            # comment
            apiVersion: v1
            kind: Config
            preferences: {colors: true}
            current-context: x1
            foo: dropped
            clusters:
            - name: c2
              cluster:
                server: https://two
                certificate-authority: ./ca.crt
                extensions: [{name: z, extension: {b: 1, a: [x, "yes"]}}, {name: a}]
            - name: c1
              cluster: {server: "https://127.0.0.1:1", insecure-skip-tls-verify: true, unknown: 1}
            contexts:
            - name: x1
              context: {cluster: c1, user: u1, namespace: nsx}
            - name: "123"
              context: {cluster: c2, user: u2}
            users:
            - name: u2
              user:
                exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: bin/x, env: [], args: ["-a", "true"]}
                as: root
                as-groups: [a, b]
                as-user-extra: {z: [yy], b: []}
            - name: u1
              user: {token: abc, client-certificate-data: AAAA, client-key-data: BBBB, password: x, username: ''}
            - name: u3
              user: {auth-provider: {name: oidc, config: {id-token: x, a: "1"}}, tokenFile: tok}
            - name: u4
            extensions: [{name: q, extension: true}]
            """, mode: 0o640)
        try editor("config").modify { $0.currentContext = "123" }
        #expect(try directory.read("config") == Self.written)
        #expect(try FileSystem.status(path).permissions == 0o640)
        #expect(try directory.names() == ["config"])
    }

    private static let written = """
        apiVersion: v1
        clusters:
        - cluster:
            insecure-skip-tls-verify: true
            server: https://127.0.0.1:1
          name: c1
        - cluster:
            certificate-authority: ./ca.crt
            extensions:
            - extension: null
              name: a
            - extension:
                a:
                - x
                - "yes"
                b: 1
              name: z
            server: https://two
          name: c2
        contexts:
        - context:
            cluster: c2
            user: u2
          name: "123"
        - context:
            cluster: c1
            namespace: nsx
            user: u1
          name: x1
        current-context: "123"
        extensions:
        - extension: true
          name: q
        kind: Config
        preferences:
          colors: true
        users:
        - name: u1
          user:
            client-certificate-data: AAAA
            client-key-data: BBBB
            password: x
            token: abc
        - name: u2
          user:
            as: root
            as-groups:
            - a
            - b
            as-user-extra:
              b: []
              z:
              - yy
            exec:
              apiVersion: client.authentication.k8s.io/v1beta1
              args:
              - -a
              - "true"
              command: bin/x
              env: []
              interactiveMode: IfAvailable
              provideClusterInfo: false
        - name: u3
          user:
            auth-provider:
              config:
                a: "1"
                id-token: x
              name: oidc
            tokenFile: tok
        - name: u4
          user: {}

        """

    @Test func aNewFileIsItsOwnersAlone() throws {
        try editor("sub/config").modify { $0.contexts["x"] = KubeconfigContext() }
        #expect(
            try directory.read("sub/config") == """
                apiVersion: v1
                clusters: null
                contexts:
                - context:
                    cluster: ""
                    user: ""
                  name: x
                current-context: ""
                kind: Config
                users: null

                """)
        #expect(try FileSystem.status(directory("sub/config")).permissions == 0o600)
        #expect(try FileSystem.status(directory("sub")).permissions == 0o755)
    }

    @Test func everyEntryGoesToItsFile() throws {
        try directory.write("a", #"{"contexts":[{"name":"one"}],"current-context":""}"#)
        try directory.write("b", #"{"contexts":[{"name":"two"}],"users":[{"name":"u"}],"current-context":"two"}"#)
        try editor("none", "a", "b").modify {
            $0.contexts["two"]?.namespace = "n"
            $0.contexts["three"] = KubeconfigContext()
            $0.users["u"] = nil
            $0.currentContext = "one"
        }
        let a = try KubeconfigLoader.loadFile(directory("a"))
        #expect(a.contexts.keys.sorted() == ["one", "three"])
        #expect(a.currentContext == "one")
        let b = try KubeconfigLoader.loadFile(directory("b"))
        #expect(b.contexts["two"]?.namespace == "n")
        #expect(b.users.isEmpty)
        #expect(b.currentContext == "two")
        #expect(try directory.names() == ["a", "b"])
    }

    @Test func clearingTheContextFindsTheFileThatHasOne() throws {
        try directory.write("a", "{}")
        try directory.write("b", #"{"current-context":"two"}"#)
        try editor("a", "b").modify { $0.currentContext = "" }
        #expect(try directory.read("a") == "{}")
        #expect(try KubeconfigLoader.loadFile(directory("b")).currentContext == "")
    }

    @Test func pathsBelowTheFileBecomeRelative() throws {
        try directory.write("sub/a", "{}")
        let inside = directory("sub/certs/ca.crt")
        let outside = directory("ca.crt")
        for (name, path, expected) in [("in", inside, "certs/ca.crt"), ("out", outside, outside)] {
            try editor("sub/a").modify {
                var cluster = KubeconfigCluster()
                cluster.certificateAuthority = path
                $0.clusters[name] = cluster
            }
            let written = try KubeconfigLoader.loadFile(directory("sub/a"))
            #expect(written.clusters[name]?.certificateAuthority == expected)
        }
        try editor("sub/a").modify(relativizesPaths: false) { $0.clusters["in"]?.certificateAuthority = inside }
        let written = try KubeconfigLoader.loadFile(directory("sub/a"))
        #expect(written.clusters["in"]?.certificateAuthority == inside)
    }

    @Test func withoutAChangeNothingIsWritten() throws {
        try directory.write("a", "{} # mine")
        try editor("a").modify { $0.currentContext = "" }
        #expect(try directory.read("a") == "{} # mine")
    }

    @Test func whatTheEditThrowsLeavesEverythingAlone() throws {
        try directory.write("a", "{} # mine")
        #expect(throws: KubeConfigError.nothingToMinify) {
            try editor("a").modify {
                $0.currentContext = "x"
                throw KubeConfigError.nothingToMinify
            }
        }
        #expect(try directory.read("a") == "{} # mine")
        #expect(try directory.names() == ["a"])
    }

    @Test func aForeignLockIsToldAndStays() throws {
        try directory.write("a", "{}")
        try directory.write("a.lock", "")
        let error = SystemError(operation: "open", path: directory("a.lock"), code: EEXIST)
        #expect(throws: KubeConfigError.system(error)) {
            try editor("a", patience: .milliseconds(20)).modify { $0.currentContext = "x" }
        }
        #expect(try directory.names() == ["a", "a.lock"])
    }

    @Test func aLinkStaysALink() throws {
        try directory.write("real/config", "{}")
        #expect(symlink("real/config", directory("config")) == 0)
        try editor("config").modify { $0.currentContext = "x" }
        #expect(try FileSystem.linkStatus(directory("config")).kind == .symbolicLink)
        #expect(try KubeconfigLoader.loadFile(directory("real/config")).currentContext == "x")
    }

    @Test func fiftyWritersAtOnceLoseNothing() async throws {
        let path = try directory.write("config", "{}")
        let editor = editor("config")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<50 {
                group.addTask { try editor.modify { $0.contexts["x\(number)"] = KubeconfigContext() } }
            }
            group.addTask {
                for _ in 0..<100 { _ = try KubeconfigLoader.loadFile(path) }
            }
            try await group.waitForAll()
        }
        #expect(try KubeconfigLoader.loadFile(path).contexts.count == 50)
        #expect(try directory.names() == ["config"])
    }
}
