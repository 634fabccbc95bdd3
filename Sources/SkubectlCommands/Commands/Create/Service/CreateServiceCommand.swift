import CommandLineKit

/// The group of commands that create services.
struct CreateServiceCommand: DeclaredCommand {
    static let spec = CommandSpec(
        name: "service", usage: "[flags]", summary: "Create a service using a specified subcommand",
        description: "Create a service of one of these types."
    )
    .aliased("svc")
    .containing([
        CreateServiceClusterIPCommand.self, CreateServiceNodePortCommand.self, CreateServiceLoadBalancerCommand.self,
        CreateServiceExternalNameCommand.self,
    ])
}
