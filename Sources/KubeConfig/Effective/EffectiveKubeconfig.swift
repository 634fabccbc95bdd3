import SystemIO

/// A kubeconfig and the command line's word over it: which context, cluster and user are in use.
///
/// The rules are those of client-go's `DirectClientConfig`.
struct EffectiveKubeconfig {
    let config: Kubeconfig
    let overrides: ConfigurationOverrides
    /// The server of a cluster that has none: KUBERNETES_MASTER or `http://localhost:8080`.
    let defaultServer: String

    init(_ config: Kubeconfig, _ overrides: ConfigurationOverrides, environment: EnvironmentVariables) {
        self.config = config
        self.overrides = overrides
        defaultServer = environment.nonEmpty("KUBERNETES_MASTER") ?? Self.lastResortServer
    }

    static let lastResortServer = "http://localhost:8080"

    var contextName: String { overrides.context.isEmpty ? config.currentContext : overrides.context }
    var clusterName: String { overrides.cluster.isEmpty ? contextOrEmpty.cluster : overrides.cluster }
    var userName: String { overrides.user.isEmpty ? contextOrEmpty.user : overrides.user }

    /// The context in use; one that is asked for by its flag must exist.
    func context() throws(KubeConfigError) -> KubeconfigContext {
        var context = KubeconfigContext()
        if let found = config.contexts[contextName] {
            context = found
        } else if !overrides.context.isEmpty {
            throw .contextDoesNotExist(contextName)
        }
        context.cluster.override(overrides.cluster)
        context.user.override(overrides.user)
        context.namespace.override(overrides.namespace)
        return context
    }

    private var contextOrEmpty: KubeconfigContext {
        // A context that does not exist is told by `context()`; here it names nothing.
        (try? context()) ?? KubeconfigContext()
    }

    /// The user in use; one that is asked for by its flag must exist.
    func user() throws(KubeConfigError) -> KubeconfigUser {
        var user = KubeconfigUser()
        if let found = config.users[userName] {
            user = found
        } else if !overrides.user.isEmpty {
            throw .userDoesNotExist(userName)
        }
        user.token.override(overrides.token)
        user.username.override(overrides.username)
        user.password.override(overrides.password)
        user.impersonation.user.override(overrides.impersonation.user)
        user.impersonation.uid.override(overrides.impersonation.uid)
        if !overrides.impersonation.groups.isEmpty { user.impersonation.groups = overrides.impersonation.groups }
        user.impersonation.extra.merge(overrides.impersonation.extra) { _, flag in flag }
        if !overrides.clientKey.isEmpty {
            user.clientKey = overrides.clientKey
            user.clientKeyData = []
        }
        if !overrides.clientCertificate.isEmpty {
            user.clientCertificate = overrides.clientCertificate
            user.clientCertificateData = []
        }
        return user
    }

    /// The cluster in use; one that is asked for by its flag must exist.
    ///
    /// A certificate authority from the flag takes the place of the insecure switch, and the other way round; a server
    /// from the flag takes back the name its certificate must be for.
    func cluster() throws(KubeConfigError) -> KubeconfigCluster {
        var cluster = KubeconfigCluster()
        if let found = config.clusters[clusterName] {
            cluster = found
        } else if !overrides.cluster.isEmpty {
            throw .clusterDoesNotExist(clusterName)
        }
        if cluster.server.isEmpty { cluster.server = defaultServer }
        cluster.server.override(overrides.server)
        if overrides.disableCompression { cluster.disableCompression = true }
        if overrides.insecureSkipTLSVerify || !overrides.certificateAuthority.isEmpty {
            cluster.insecureSkipTLSVerify = overrides.insecureSkipTLSVerify
            cluster.certificateAuthority = overrides.certificateAuthority
            cluster.certificateAuthorityData = []
        }
        if !overrides.tlsServerName.isEmpty || !overrides.server.isEmpty {
            cluster.tlsServerName = overrides.tlsServerName
        }
        return cluster
    }
}

extension String {
    /// Takes over `value` unless it is empty.
    fileprivate mutating func override(_ value: String) {
        if !value.isEmpty { self = value }
    }
}
