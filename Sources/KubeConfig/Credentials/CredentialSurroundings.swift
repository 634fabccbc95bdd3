import StdlibExtensions
package import SystemIO

/// What getting credentials needs of the world around it.
package struct CredentialSurroundings: Sendable {
    package let environment: EnvironmentVariables
    package let clock: any WallClock
    /// Whether standard input is a terminal.
    package let inputIsTerminal: Bool
    /// Whether the command reads standard input itself (`-f -`), so that no credential program may.
    package let inputIsInUse: Bool
    /// Which credential programs may run.
    package let policy: CredentialPluginPolicy

    package init(
        environment: EnvironmentVariables, clock: any WallClock, inputIsTerminal: Bool, inputIsInUse: Bool = false,
        policy: CredentialPluginPolicy = CredentialPluginPolicy()
    ) {
        self.environment = environment
        self.clock = clock
        self.inputIsTerminal = inputIsTerminal
        self.inputIsInUse = inputIsInUse
        self.policy = policy
    }
}

extension ClientConfiguration {
    /// What hands out the credentials for this client's requests.
    ///
    /// For `.prompt` there are none: who asks the user puts the answer in with `.basic`.
    package func credentialSource(_ surroundings: CredentialSurroundings) -> any CredentialSource {
        switch credentials {
        case .none, .prompt: FixedCredentials(header: nil, certificate: clientCertificate)
        case .basic(let user, let password):
            FixedCredentials(
                header: "Basic \(Base64.encode("\(user):\(password)".utf8))", certificate: clientCertificate)
        case .token(let token): FixedCredentials(header: "Bearer \(token)", certificate: clientCertificate)
        case .tokenFile(let path, let initial):
            TokenFileCredentials(
                path: path, initial: initial, certificate: clientCertificate, clock: surroundings.clock)
        case .exec(let exec): ExecCredentials(exec, configuration: self, surroundings: surroundings)
        }
    }
}
