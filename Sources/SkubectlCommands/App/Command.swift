import CommandLineKit

/// A command: its description as data, a parsing initializer without I/O, and what it does.
protocol Command: ParsableCommand {
    /// Whether the command reads standard input, so that a credential plug-in may not.
    static func readsInput(_ arguments: ParsedArguments) -> Bool

    /// Carries the command out; what it throws is told by `ErrorReport`.
    func run(in context: CommandContext) async throws
}

extension Command {
    static func readsInput(_ arguments: ParsedArguments) -> Bool {
        arguments[ResourceSelection.filenameFlag].contains("-")
    }
}
