import CommandLineKit

/// The group of commands that tell who the user is and what the user may do.
struct AuthCommand: DeclaredCommand {
    static let spec = CommandSpec(
        name: "auth", usage: "[flags]", summary: "Inspect authorization",
        description: "Find out who the server takes the user for, and what the user may do."
    )
    .grouped(under: .clusterManagement)
    .containing([AuthCanICommand.self, AuthReconcileCommand.self, AuthWhoAmICommand.self])
}
