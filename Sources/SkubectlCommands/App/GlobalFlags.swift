import CommandLineKit
import KubeConfig
import KubeModel
import SystemIO

/// The flags every command has: which cluster, as whom, in which namespace, and how.
struct GlobalFlags: Sendable {
    static let asFlag = Flag("as", default: "", help: "Act as this user; may be a service account of a namespace.")
    static let asGroupFlag = Flag(
        "as-group", default: [String](), help: "Act as a member of this group; may be repeated."
    )
    .unsplit()
    static let asUIDFlag = Flag("as-uid", default: "", help: "Act as the user with this UID.")
    static let asUserExtraFlag = Flag(
        "as-user-extra", default: [String](),
        help: "Act with this extra attribute of a user, as key=value; may be repeated."
    ).unsplit()
    static let cacheDirFlag = Flag(
        "cache-dir", default: cacheFolder(in: .ofThisProcess()), help: "Folder of the cache."
    )
    .documented(default: "$HOME/.kube/cache")
    static let certificateAuthorityFlag = Flag(
        "certificate-authority", default: "", help: "File with the certificates of trusted authorities.")
    static let clientCertificateFlag = Flag("client-certificate", default: "", help: "File with a client certificate.")
    static let clientKeyFlag = Flag("client-key", default: "", help: "File with the key of the client certificate.")
    static let clusterFlag = Flag("cluster", default: "", help: "Name of the kubeconfig's cluster to use.")
        .completing(.dynamic(.clusters))
    static let contextFlag = Flag("context", default: "", help: "Name of the kubeconfig's context to use.")
        .completing(.dynamic(.contexts))
    static let disableCompressionFlag = Flag(
        "disable-compression", default: false, help: "Do not ask the server for compressed answers.")
    static let insecureFlag = Flag(
        "insecure-skip-tls-verify", default: false,
        help: "Take any certificate of the server. Whoever sits between can then read and change everything.")
    static let kubeconfigFlag = Flag("kubeconfig", default: "", help: "Kubeconfig file to use.")
    static let logFlushFrequencyFlag = Flag(
        "log-flush-frequency", default: Duration.seconds(5),
        help: "For how long log lines may be held back; they are written at once."
    ).plain()
    static let matchServerVersionFlag = Flag(
        "match-server-version", default: false, help: "Refuse a server of another version.")
    static let namespaceFlag = Flag("namespace", short: "n", default: "", help: "Namespace of the resources.")
        .completing(.dynamic(.namespaces))
    static let passwordFlag = Flag("password", default: "", help: "Password for basic authentication.")
    static let requestTimeoutFlag = Flag(
        "request-timeout", default: "0",
        help: "Longest time for a single request, with a unit (e.g. 1s, 2m, 3h); 0 is without limit.")
    static let serverFlag = Flag("server", short: "s", default: "", help: "Address and port of the API server.")
    static let tlsServerNameFlag = Flag(
        "tls-server-name", default: "", help: "Name to verify in the server's certificate in place of its host name.")
    static let tokenFlag = Flag("token", default: "", help: "Bearer token to authenticate with.")
    static let userFlag = Flag("user", default: "", help: "Name of the kubeconfig's user to use.")
        .completing(.dynamic(.users))
    static let usernameFlag = Flag("username", default: "", help: "User name for basic authentication.")
    static let verbosityFlag = Flag(
        "v", short: "v", default: Int32(0), help: "Log level; requests are logged from 6 on."
    )
    .verbosity()
    static let vmoduleFlag = Flag(
        "vmodule", default: "",
        help: "Log levels of single files of kubectl's source, as pattern=N,...; without effect here."
    ).modulePatterns()
    static let warningsAsErrorsFlag = Flag(
        "warnings-as-errors", default: false, help: "Fail at the end where the server warned of something.")

    static let all: [any AnyFlag] =
        [
            asFlag, asGroupFlag, asUIDFlag, asUserExtraFlag, cacheDirFlag, certificateAuthorityFlag,
            clientCertificateFlag,
            clientKeyFlag, clusterFlag, contextFlag, disableCompressionFlag, insecureFlag, kubeconfigFlag,
            PreferencesFlag.kuberc,
            logFlushFrequencyFlag, matchServerVersionFlag, namespaceFlag, passwordFlag, requestTimeoutFlag, serverFlag,
            tlsServerNameFlag, tokenFlag, userFlag, usernameFlag, verbosityFlag, vmoduleFlag, warningsAsErrorsFlag,
        ] + ProfileFlags.all

    /// The file of `--kubeconfig`; empty for none.
    let kubeconfig: String
    /// What the command line says over the kubeconfig.
    let overrides: ConfigurationOverrides
    /// The folder of `--cache-dir`; empty for the default.
    let cacheDir: String
    let verbosity: Int
    let warningsAreErrors: Bool
    let requiresEqualVersions: Bool
    /// Whether `--namespace` was given, even as an empty text.
    let namespaceIsSet: Bool

    /// `KUBECACHEDIR`, else `~/.kube/cache`.
    static func cacheFolder(in environment: EnvironmentVariables) -> String {
        environment.nonEmpty("KUBECACHEDIR") ?? "\(environment.nonEmpty("HOME") ?? "")/.kube/cache"
    }

    init(_ arguments: ParsedArguments) {
        var overrides = ConfigurationOverrides()
        overrides.context = arguments[Self.contextFlag]
        overrides.cluster = arguments[Self.clusterFlag]
        overrides.user = arguments[Self.userFlag]
        overrides.namespace = arguments[Self.namespaceFlag]
        overrides.server = arguments[Self.serverFlag]
        overrides.tlsServerName = arguments[Self.tlsServerNameFlag]
        overrides.certificateAuthority = arguments[Self.certificateAuthorityFlag]
        overrides.insecureSkipTLSVerify = arguments[Self.insecureFlag]
        overrides.disableCompression = arguments[Self.disableCompressionFlag]
        overrides.clientCertificate = arguments[Self.clientCertificateFlag]
        overrides.clientKey = arguments[Self.clientKeyFlag]
        overrides.token = arguments[Self.tokenFlag]
        overrides.username = arguments[Self.usernameFlag]
        overrides.password = arguments[Self.passwordFlag]
        overrides.requestTimeout = arguments[Self.requestTimeoutFlag]
        overrides.impersonation.user = arguments[Self.asFlag]
        overrides.impersonation.uid = arguments[Self.asUIDFlag]
        overrides.impersonation.groups = arguments[Self.asGroupFlag]
        overrides.impersonation.extra = ConfigurationOverrides.extra(arguments[Self.asUserExtraFlag])
        self.overrides = overrides
        kubeconfig = arguments[Self.kubeconfigFlag]
        cacheDir = arguments.wasSet(Self.cacheDirFlag) ? arguments[Self.cacheDirFlag] : ""
        verbosity = Int(arguments[Self.verbosityFlag])
        requiresEqualVersions = arguments[Self.matchServerVersionFlag]
        warningsAreErrors = arguments[Self.warningsAsErrorsFlag]
        namespaceIsSet = arguments.wasSet(Self.namespaceFlag)
    }
}
