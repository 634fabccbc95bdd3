import HTTPTransport
import KubeClient
import KubeConfig
import SystemIO

extension CommandContext {
    /// The longest name or password that is read, in bytes.
    private static let longestAnswer = 4096

    /// The configuration with the user's answers, where nothing says who asks the server (client-go's
    /// `PromptingAuthLoader`).
    private func asking(_ configuration: ClientConfiguration) throws -> ClientConfiguration {
        guard case .prompt = configuration.credentials else { return configuration }
        var configuration = configuration
        console.write("Please enter Username: ")
        let name = try console.readLine(limit: Self.longestAnswer)
        if name.isEmpty { throw ClientError.credentials(.inputEnded) }
        console.write("Please enter Password: ")
        guard console.terminal.inputIsTerminal else { throw ClientError.credentials(.noTerminalForPassword) }
        let password = try console.readSecret(limit: Self.longestAnswer)
        console.write("\n")
        configuration.credentials = .basic(
            user: String(decoding: name, as: UTF8.self), password: String(decoding: password, as: UTF8.self))
        return configuration
    }

    /// A client for the server the configuration leads to, for commands that need no namespace.
    func client() async throws -> APIClient {
        let client = try await makeClient(for: configurationSource().clientConfiguration())
        if global.requiresEqualVersions { try await VersionMatch.check(client) }
        return client
    }

    /// A client for a configuration; its connection is made with the first request.
    func makeClient(for configuration: ClientConfiguration) async throws -> APIClient {
        let configuration = try asking(configuration)
        let credentials = configuration.credentialSource(
            CredentialSurroundings(
                environment: environment, clock: clock, inputIsTerminal: console.terminal.inputIsTerminal,
                inputIsInUse: inputIsInUse))
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
