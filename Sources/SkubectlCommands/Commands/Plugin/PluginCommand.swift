import CommandLineKit

/// The group of commands about plug-ins.
struct PluginCommand: DeclaredCommand {
    static let spec = CommandSpec(
        name: "plugin", usage: "[flags]", summary: "Provides utilities for interacting with plugins",
        description: [
            "Find out about plug-ins: programs on the PATH that add commands.",
            """
            A program kubectl-foo-bar, or skubectl-foo-bar, is called as "skubectl foo bar". Dashes within a word are \
            underscores in the program's name. What is behind the name are the program's arguments, flags included. No \
            plug-in takes the place of a command that skubectl has itself; but plug-ins can add to "skubectl create".
            """,
        ],
        examples: PluginListCommand.spec.examples
    )
    .containing([PluginListCommand.self])
}
