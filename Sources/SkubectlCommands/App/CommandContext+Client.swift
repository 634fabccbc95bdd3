import HTTPTransport
import KubeClient
import KubeConfig
import SystemIO

extension CommandContext {
    /// A client for a configuration; its connection is made with the first request.
    func makeClient(for configuration: ClientConfiguration) async throws -> APIClient {
        var options = TransportOptions()
        options.tls.authorities = configuration.certificateAuthority
        options.tls.insecure = configuration.insecureSkipTLSVerify
        options.tls.serverName = configuration.tlsServerName
        options.tls.clientCertificate = configuration.clientCertificate?.certificate
        options.tls.clientKey = configuration.clientCertificate?.key
        options.disableCompression = configuration.disableCompression
        options.proxy =
            configuration.proxyURL.map(ProxyChoice.url) ?? .environment(ProxyRules(environment: environment.all))
        let warnings = warnings
        return APIClient(
            configuration: configuration, transport: makeTransport(options), authorizer: NoAuthorization(),
            userAgent: ProductVersion.userAgent, onWarning: { warnings.print($0) })
    }
}
struct NoAuthorization: RequestAuthorizer {
    func authorization() async throws(KubeConfigError) -> String? { nil }
    func renewAfterRejection() async -> Bool { false }
}
