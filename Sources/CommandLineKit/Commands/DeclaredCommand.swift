/// A command with its description as data.
///
/// A type that is nothing more than this is a group of commands: called without one of them, it shows its help.
package protocol DeclaredCommand: Sendable {
    /// The command's names, texts and flags.
    static var spec: CommandSpec { get }
}

/// A command that can be called: its values are read from parsed arguments, without input or output.
package protocol ParsableCommand: DeclaredCommand {
    /// Reads and checks the arguments; does no I/O.
    init(_ arguments: ParsedArguments) throws(UsageError)
}
