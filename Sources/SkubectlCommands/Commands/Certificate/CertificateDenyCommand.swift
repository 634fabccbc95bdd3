import CommandLineKit

/// Implements `skubectl certificate deny`, which keeps a signer from issuing a certificate.
struct CertificateDenyCommand: Command {
    static let forceFlag = Flag(
        "force", default: false, help: "Send the request back to the server although it is denied already.")

    static let spec = CommandSpec(
        name: "deny", usage: "(-f FILENAME | NAME)", summary: "Deny a certificate signing request",
        description: ["Deny certificate signing requests, so that their signers issue no certificates."],
        examples: [CommandExample("Deny a request", "skubectl certificate deny csr-sqgzp")],
        flags: [forceFlag] + CertificateDecision.flags
    )

    let decision: CertificateDecision

    init(_ arguments: ParsedArguments) throws(UsageError) {
        decision = CertificateDecision(
            .denied, arguments, isForced: arguments[Self.forceFlag])
    }

    func run(in context: CommandContext) async throws { try await decision.run(in: context) }
}
