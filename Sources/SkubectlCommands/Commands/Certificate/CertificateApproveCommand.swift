import CommandLineKit

/// Implements `skubectl certificate approve`, which lets a signer issue a certificate.
struct CertificateApproveCommand: Command {
    static let forceFlag = Flag(
        "force", default: false, help: "Send the request back to the server although it is approved already.")

    static let spec = CommandSpec(
        name: "approve", usage: "(-f FILENAME | NAME)", summary: "Approve a certificate signing request",
        description: [
            "Approve certificate signing requests, so that their signers issue certificates.",
            "A certificate may give its holder rights in the cluster: look at what a request asks for before.",
        ],
        examples: [CommandExample("Approve a request", "skubectl certificate approve csr-sqgzp")],
        flags: [forceFlag] + CertificateDecision.flags
    )

    let decision: CertificateDecision

    init(_ arguments: ParsedArguments) throws(UsageError) {
        decision = CertificateDecision(
            .approved, arguments, isForced: arguments[Self.forceFlag])
    }

    func run(in context: CommandContext) async throws { try await decision.run(in: context) }
}
