import CommandLineKit

/// The group of commands that create secrets.
struct CreateSecretCommand: DeclaredCommand {
    static let spec = CommandSpec(
        name: "secret", usage: "(docker-registry | generic | tls)",
        summary: "Create a secret using a specified subcommand",
        description: """
            Create a secret of one of these kinds.

            A docker-registry secret is for pulling images, a generic one for anything, a tls one for a certificate.
            """
    ).containing([
        CreateSecretDockerRegistryCommand.self, CreateSecretTLSCommand.self, CreateSecretGenericCommand.self,
    ])
}
