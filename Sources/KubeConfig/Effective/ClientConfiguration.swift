package import JSONModel

/// All that a client must know to talk to one API server as one user; certificates are in memory.
package struct ClientConfiguration: Sendable, Hashable {
    /// The URL every path is appended to: scheme, host and a path without a slash at its end.
    package var server: String
    /// The server as kubectl names it in the name of its discovery cache's folder: mostly as written in the kubeconfig.
    package var serverAsWritten: String
    /// The name the server's certificate must be for; nil where it is the host of the URL.
    package var tlsServerName: String?
    /// PEM certificates to trust in place of the system's; nil trusts the system's.
    package var certificateAuthority: [UInt8]?
    /// Whether any certificate of the server is taken.
    package var insecureSkipTLSVerify = false
    package var clientCertificate: ClientCertificate?
    /// The proxy to use in place of the environment's; nil where there is none.
    package var proxyURL: String?
    package var disableCompression = false
    /// The user requests are made as; nil where it is the user's own.
    package var impersonation: Impersonation?
    package var credentials: Credentials = .none
    /// The most time a single request may take; nil is without limit.
    package var requestTimeout: Duration?
    /// What `provideClusterInfo` hands to a credential program: the cluster's extension
    /// `client.authentication.k8s.io/exec`.
    package var execExtension: JSONValue?
    /// The name of the kubeconfig's entries in use; empty where there are none.
    package var contextName = ""
    package var clusterName = ""
    package var userName = ""
    /// Whether this comes from the service account of a pod and not from a kubeconfig.
    package var isInCluster = false

    package init(server: String) {
        self.server = server
        serverAsWritten = server
    }

    /// How a request tells who makes it, beside a client certificate.
    package enum Credentials: Sendable, Hashable {
        case none
        case basic(user: String, password: String)
        case token(String)
        /// A token in a file that is read again from time to time; `initial` counts where that fails.
        case tokenFile(path: String, initial: String)
        /// A program that is run for a token or a certificate.
        case exec(ExecConfiguration)
        /// Nobody is named and the server is an HTTPS one: kubectl asks on the terminal.
        case prompt
    }

    /// A certificate with its key.
    package struct ClientCertificate: Sendable, Hashable {
        /// PEM, the client's own certificate first.
        package var certificate: [UInt8]
        /// PEM.
        package var key: [UInt8]

        package init(certificate: [UInt8], key: [UInt8]) {
            self.certificate = certificate
            self.key = key
        }
    }
}
