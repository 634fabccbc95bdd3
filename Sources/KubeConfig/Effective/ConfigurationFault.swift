package import SystemIO

/// One thing that is wrong with the entries of a kubeconfig that are in use.
///
/// The names are those of the entries, and empty where there is no entry; kubectl's sentences stand beside the cases.
package enum ConfigurationFault: Error, Hashable {
    /// kubectl: `context was not found for specified context: x`
    case contextNotFound(String)
    /// kubectl: `no server found for cluster "x"`
    case noServer(cluster: String)
    /// kubectl: `invalid 'proxy-url' "u" for cluster "x": could not parse: u`, or `: unsupported scheme "s", must be
    /// http, https, or socks5` where there is a scheme
    case invalidProxyURL(String, cluster: String, unsupportedScheme: String?)
    /// kubectl: `certificate-authority-data and certificate-authority are both specified for x.
    /// certificate-authority-data will override.`
    case certificateAuthorityTwice(cluster: String)
    /// kubectl: `unable to read certificate-authority f for x due to open f: no such file or directory`
    case unreadableCertificateAuthority(String, cluster: String, SystemError)
    /// kubectl: `client-cert-data and client-cert are both specified for x. client-cert-data will override.`
    case clientCertificateTwice(user: String)
    /// kubectl: `client-key-data and client-key are both specified for x; client-key-data will override`
    case clientKeyTwice(user: String)
    /// kubectl: `client-key-data or client-key must be specified for x to use the clientCert authentication method.`
    case clientKeyMissing(user: String)
    /// kubectl: `unable to read client-cert f for x due to open f: no such file or directory`
    case unreadableClientCertificate(String, user: String, SystemError)
    /// kubectl: `unable to read client-key f for x due to open f: no such file or directory`
    case unreadableClientKey(String, user: String, SystemError)
    /// kubectl: `authProvider cannot be provided in combination with an exec plugin for x`
    case authProviderWithExec(user: String)
    /// kubectl: `command must be specified for x to use exec authentication plugin`
    case execCommandMissing(user: String)
    /// kubectl: `apiVersion must be specified for x to use exec authentication plugin`
    case execAPIVersionMissing(user: String)
    /// kubectl: `env variable name must be specified for x to use exec authentication plugin`
    case execVariableNameMissing(user: String)
    /// kubectl: `interactiveMode must be specified for x to use exec authentication plugin`
    case execInteractiveModeMissing(user: String)
    /// kubectl: `invalid interactiveMode for x: "m"`
    case invalidInteractiveMode(String, user: String)
    /// kubectl: `more than one authentication method found for x; found [token basicAuth], only one is allowed`
    case severalMethods(user: String)
    /// kubectl: `requesting uid, groups or user-extra for x without impersonating a user`
    case impersonationWithoutUser(user: String)
}
