import CommandLineKit
import HTTPTransport
import KubeClient
import KubeConfig
import KubeModel
import SystemIO

/// All a command may use of the world: the console, the environment, the time, and, when it asks, the cluster.
///
/// A command that does not ask for the cluster reads no kubeconfig and opens no connection.
struct CommandContext: Sendable {
    /// The name the program was called by, as texts for people show it.
    let programName: String
    let console: any Console
    let environment: EnvironmentVariables
    let clock: any WallClock
    let global: GlobalFlags
    let commands: CommandTree
    let warnings: WarningPrinter
    /// Whether the command reads standard input itself (`-f -`), so that no credential program may.
    let inputIsInUse: Bool
    /// Which credential programs may run.
    var credentialPolicy = CredentialPluginPolicy()
    /// The command line as it was called, before preferences changed it, with its flags in one spelling; empty unless the
    /// command is to keep it.
    var commandLine = ""
    /// Makes what carries requests to the server.
    let makeTransport: @Sendable (TransportOptions) -> any Transport

    /// The time now, in the form renderers take it.
    var now: Timestamp { Timestamp(nanosecondsSinceEpoch: clock.nanosecondsSinceEpoch()) }

    /// The zone that descriptions show times in.
    var localZone: ZoneOffset {
        ZoneOffset(
            secondsEast: { LocalTime.secondsEast(at: $0) }, abbreviation: { LocalTime.abbreviation(at: $0) })
    }

    /// Writes `Warning: TEXT` to standard error.
    func warn(_ text: String) {
        warnings.print(text)
    }

    /// The kubeconfig files with what the command line says over them.
    func configurationSource() throws -> ConfigurationSource {
        try ConfigurationSource.load(
            KubeconfigFiles(explicit: global.kubeconfig, environment: environment), overrides: global.overrides,
            environment: environment)
    }

    /// The cluster the configuration leads to; no request is sent yet.
    func cluster() async throws -> Cluster {
        let source = try configurationSource()
        let namespace = try source.namespace()
        let configuration = try source.clientConfiguration()
        let client = try await makeClient(for: configuration)
        if global.requiresEqualVersions { try await VersionMatch.check(client) }
        let cache = ServerCache(cacheFolder: cacheFolder, serverURL: configuration.serverAsWritten, clock: clock)
        let warnings = warnings
        return Cluster(
            client: client, discovery: Discovery(client: client, cache: cache),
            openAPI: OpenAPIReader(client: client, cache: cache), cache: cache, namespace: namespace.name,
            namespaceIsExplicit: namespace.isExplicit, warn: { warnings.print($0) })
    }

    /// `--cache-dir`, else the default of the environment.
    private var cacheFolder: String {
        global.cacheDir.isEmpty ? GlobalFlags.cacheFolder(in: environment) : global.cacheDir
    }
}
