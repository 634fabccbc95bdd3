import CommandLineKit

/// The group of commands that change one thing about objects.
struct SetCommand: DeclaredCommand {
    static let spec = CommandSpec(
        name: "set", usage: "SUBCOMMAND", summary: "Set specific features on objects",
        description: ["Change one thing about objects that are there, or about those of manifests."]
    )
    .grouped(under: .basicBeginner)
    .containing([
        SetImageCommand.self, SetResourcesCommand.self, SetSelectorCommand.self, SetSubjectCommand.self,
        SetServiceAccountCommand.self, SetEnvCommand.self,
    ])
}
