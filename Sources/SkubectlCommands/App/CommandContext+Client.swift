import HTTPTransport
import KubeClient
import KubeConfig
import SystemIO

extension CommandContext {
    /// A client for a configuration; its connection is made with the first request.
    func makeClient(for configuration: ClientConfiguration) async throws -> APIClient {
        let credentials = configuration.credentialSource(
            CredentialSurroundings(
                environment: environment, clock: clock, inputIsTerminal: console.terminal.inputIsTerminal))
        let certificate: ClientConfiguration.ClientCertificate?
        do { certificate = try await credentials.clientCertificate() } catch { throw ClientError.credentials(error) }
        var options = TransportOptions()
        options.tls.authorities = configuration.certificateAuthority
        options.tls.insecure = configuration.insecureSkipTLSVerify
        options.tls.serverName = configuration.tlsServerName
        options.tls.clientCertificate = certificate?.certificate
        options.tls.clientKey = certificate?.key
        options.disableCompression = configuration.disableCompression
        options.proxy =
            configuration.proxyURL.map(ProxyChoice.url) ?? .environment(ProxyRules(environment: environment.all))
        let log = DiagnosticLog(verbosity: global.verbosity, console: console, clock: clock)
        let transport = TransportStack.over(makeTransport(options), log: log)
        let warnings = warnings
        return APIClient(
            configuration: configuration, transport: transport, credentials: credentials,
            userAgent: ProductVersion.userAgent, onWarning: { warnings.print($0) })
    }
}
