import CommandLineKit

/// The group of commands that decide on certificate signing requests.
struct CertificateCommand: DeclaredCommand {
    static let spec = CommandSpec(
        name: "certificate", usage: "SUBCOMMAND", summary: "Modify certificate resources",
        description: ["Approve or deny certificate signing requests."]
    )
    .grouped(under: .clusterManagement)
    .containing([CertificateApproveCommand.self, CertificateDenyCommand.self])
    .showingHelp(.always)
}
