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
        let access = try await access(for: configuration)
        let transport = TransportStack.over(access.transport, log: log)
        let warnings = warnings
        return APIClient(
            configuration: access.configuration, transport: transport, credentials: access.credentials,
            userAgent: ProductVersion.userAgent, onWarning: { warnings.print($0) })
    }

    /// What passes requests of others on to the server, as the user.
    ///
    /// - Parameter keepAlive: How often to probe a silent connection; zero for the usual, negative for never.
    func makeForwarder(
        for configuration: ClientConfiguration, keepAlive: Duration
    ) async throws -> RequestForwarder {
        let access = try await access(for: configuration, keepAlive: keepAlive, asksAgain: true)
        return RequestForwarder(
            configuration: access.configuration, transport: TransportStack.passing(over: access.transport, log: log),
            credentials: access.credentials, userAgent: ProductVersion.userAgent)
    }

    /// Where what is told beside the result is written: what `-v` turns on, and warnings.
    var log: DiagnosticLog { DiagnosticLog(verbosity: global.verbosity, console: console, clock: clock) }

    /// - Parameter asksAgain: Whether credentials that cannot be had are asked for again with each request, as for what
    ///   runs for long; otherwise all requests fail for the first reason.
    private func access(
        for configuration: ClientConfiguration, keepAlive: Duration = .zero, asksAgain: Bool = false
    ) async throws -> ServerAccess {
        let configuration = try asking(configuration)
        var credentials = configuration.credentialSource(
            CredentialSurroundings(
                environment: environment, clock: clock, inputIsTerminal: console.terminal.inputIsTerminal,
                inputIsInUse: inputIsInUse, policy: credentialPolicy))
        var certificate: ClientConfiguration.ClientCertificate?
        do throws(CredentialError) { certificate = try await credentials.clientCertificate() } catch {
            // As in kubectl, it is the requests that fail.
            if !asksAgain { credentials = MissingCredentials(error) }
        }
        var options = TransportOptions()
        if keepAlive != .zero { options.keepAlive = keepAlive }
        options.tls.authorities = configuration.certificateAuthority
        options.tls.insecure = configuration.insecureSkipTLSVerify
        options.tls.serverName = configuration.tlsServerName
        options.tls.clientCertificate = certificate?.certificate
        options.tls.clientKey = certificate?.key
        options.disableCompression = configuration.disableCompression
        options.proxy =
            configuration.proxyURL.map(ProxyChoice.url) ?? .environment(ProxyRules(environment: environment.all))
        return ServerAccess(
            configuration: configuration, transport: makeTransport(options), credentials: credentials)
    }
}

/// How the server is reached, and as whom.
private struct ServerAccess {
    let configuration: ClientConfiguration
    let transport: any Transport
    let credentials: any CredentialSource
}
