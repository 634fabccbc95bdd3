import CommandLineKit
import SystemIO

/// Implements `skubectl options`, which lists the flags that every command accepts.
struct OptionsCommand: Command {
    static let spec = CommandSpec(name: "options", summary: "List the options that every command accepts")
        .withoutHelp().visible(in: [.suggestions, .completion])

    /// Whatever stands after the name is ignored, as kubectl does.
    init(_ arguments: ParsedArguments) throws(UsageError) {}

    func run(in context: CommandContext) async throws {
        context.console.write(context.helpPage.globalOptions())
    }
}
