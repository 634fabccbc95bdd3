import SkubectlCommands
import SystemIO
import TestSupport

/// Runs `config` commands on files in a folder of its own, under the name of kubectl.
struct ConfigProgram {
    let directory: TemporaryDirectory

    struct Result {
        let output: String
        let error: String
        let exitCode: Int32
    }

    init() throws {
        directory = try TemporaryDirectory()
        try directory.write("a.yaml", Self.first)
        try directory.write("b.yaml", Self.second)
    }

    /// Runs `kubectl config …` with KUBECONFIG set to the files named.
    func run(_ words: String..., files: [String] = ["a.yaml"]) async -> Result {
        let console = MemoryConsole()
        let environment = EnvironmentVariables([
            "KUBECONFIG": files.map { directory($0) }.joined(separator: ":"), "HOME": directory.path,
        ])
        let program = Skubectl(console: console, environment: environment, clock: FixedClock()) { _ in StubTransport() }
        let exitCode = await program.run(["kubectl", "config"] + words)
        return Result(output: console.output, error: console.error, exitCode: exitCode)
    }

    static let first = """
        apiVersion: v1
        clusters:
        - cluster:
            insecure-skip-tls-verify: true
            server: https://a
          name: ca
        contexts:
        - context:
            cluster: ca
            user: ua
          name: one
        - context:
            cluster: ca
            namespace: from-a
            user: ua
          name: shared
        current-context: one
        kind: Config
        users:
        - name: ua
          user:
            client-certificate-data: AAAA
            client-key-data: BBBB
            token: secret

        """

    static let second = """
        apiVersion: v1
        clusters: null
        contexts:
        - context:
            cluster: cb
            user: ub
          name: two
        current-context: two
        kind: Config
        preferences:
          colors: true
        users: null

        """
}
