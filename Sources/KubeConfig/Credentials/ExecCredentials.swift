import SystemIO

/// Credentials that a program gives, kept until they expire or the server refuses them.
///
/// The program runs once at a time, since it may talk to the user; who asks meanwhile waits for its answer.
actor ExecCredentials: CredentialSource {
    private let exec: ExecConfiguration
    private let configuration: ClientConfiguration
    private let surroundings: CredentialSurroundings
    private var current: ExecCredential.Answer?
    private var run: Task<Result<ExecCredential.Answer, ExecFault>, Never>?

    init(_ exec: ExecConfiguration, configuration: ClientConfiguration, surroundings: CredentialSurroundings) {
        self.exec = exec
        self.configuration = configuration
        self.surroundings = surroundings
    }

    func authorization() async throws(CredentialError) -> String? {
        guard let token = try await answer().token else { return nil }
        return try "Bearer \(token)".checkedAsHeader
    }

    func clientCertificate() async throws(CredentialError) -> ClientConfiguration.ClientCertificate? {
        try await answer().certificate
    }

    func renewAfterRejection() async -> Bool {
        guard let refused = current else { return false }
        // Why there are no others is told by the request that needs them next.
        guard let renewed = try? await runOnce().get() else { return false }
        return renewed.token != refused.token || renewed.certificate != refused.certificate
    }

    private func answer() async throws(CredentialError) -> ExecCredential.Answer {
        if let current, !isExpired(current) { return current }
        do throws(ExecFault) { return try await runOnce().get() } catch { throw .exec(error) }
    }

    private func isExpired(_ answer: ExecCredential.Answer) -> Bool {
        guard let expiry = answer.expiry else { return false }
        return surroundings.clock.nanosecondsSinceEpoch() > expiry
    }

    private func runOnce() async -> Result<ExecCredential.Answer, ExecFault> {
        if let run { return await run.value }
        let program = CredentialProgram(exec: exec, configuration: configuration, surroundings: surroundings)
        let task = Task { await program.run() }
        run = task
        let result = await task.value
        run = nil
        if case .success(let answer) = result { current = answer }
        return result
    }
}
