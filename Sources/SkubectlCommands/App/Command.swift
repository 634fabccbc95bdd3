import CommandLineKit

/// A command: its description as data, a parsing initializer without I/O, and what it does.
protocol Command: ParsableCommand {
    /// Carries the command out; what it throws is told by `ErrorReport`.
    func run(in context: CommandContext) async throws
}
