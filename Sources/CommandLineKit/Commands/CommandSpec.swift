/// Everything about a command that is data: its names, its texts, its flags, and the commands below it.
///
/// The texts call the program by the name its own declaration has; help and pages put the name it was called by in its
/// place. A declaration starts with the initializer, and modifiers add what few commands have:
///
///     static let spec = CommandSpec(name: "view", usage: "[flags]", summary: "…", flags: [rawFlag])
///         .completing(.nothing)
package struct CommandSpec: Sendable {
    /// The word that calls the command.
    package let name: String
    /// What follows the name in the usage line, such as `TYPE NAME [flags]`; may be empty.
    package let usage: String
    /// One line for the list of commands, without a full stop.
    package let summary: String
    /// The first paragraphs of the command's help; when empty, the summary stands there.
    package let description: HelpText
    /// What the Examples section shows, one after another.
    package let examples: [CommandExample]
    /// The command's own flags, in any order.
    package let flags: [any AnyFlag]
    /// Other words that call the command.
    package private(set) var aliases: [String] = []
    /// Unknown words for which this command is suggested, besides those spelled like it.
    package private(set) var suggestedFor: [String] = []
    /// The commands below it, in the order in which suggestions name them.
    package private(set) var subcommands: [any DeclaredCommand.Type] = []
    /// The heading in the program's help under which the command stands; nil for the last one.
    package private(set) var group: CommandGroup?
    /// Where the command is named without being asked for.
    package private(set) var visibility = CommandVisibility.everywhere
    /// Whether the command is there only after plug-ins have been looked for, as those that cobra itself adds.
    package private(set) var isAuxiliary = false
    /// Whether `--help` prints anything.
    package private(set) var hasHelp = true
    /// Whether the arguments may be flags; otherwise the command gets all of them as positional arguments.
    package private(set) var parsesFlags = true
    /// Whether an unknown word behind the command may name a plug-in.
    package private(set) var isExtendedByPlugins = false
    /// What the command does where it is a group that is called without one of its commands.
    package private(set) var groupHelp = GroupHelp.asError
    /// Where completion finds positional arguments.
    package private(set) var completion = CompletionSource.files

    /// Declares a command.
    package init(
        name: String, usage: String = "", summary: String, description: HelpText = "",
        examples: [CommandExample] = [], flags: [any AnyFlag] = []
    ) {
        self.name = name
        self.usage = usage
        self.summary = summary
        self.description = description
        self.examples = examples
        self.flags = flags
    }

    /// Other words that call the command.
    package func aliased(_ names: String...) -> CommandSpec { changing { $0.aliases = names } }

    /// Words for which the command is suggested when they are no command, besides those spelled like it.
    package func suggested(for words: String...) -> CommandSpec { changing { $0.suggestedFor = words } }

    /// The commands below this one, in the order in which suggestions name them.
    package func containing(_ commands: [any DeclaredCommand.Type]) -> CommandSpec {
        changing { $0.subcommands = commands }
    }

    /// Puts the command under a heading in the program's help.
    package func grouped(under group: CommandGroup) -> CommandSpec { changing { $0.group = group } }

    /// The command is named only there without being asked for.
    package func visible(in places: CommandVisibility) -> CommandSpec { changing { $0.visibility = places } }

    /// The command is named nowhere without being asked for.
    package func hidden() -> CommandSpec { visible(in: []) }

    /// The command is there only after plug-ins have been looked for, so that no flag with a value may come before it.
    package func auxiliary() -> CommandSpec { changing { $0.isAuxiliary = true } }

    /// `--help` prints nothing, as with `kubectl options`.
    package func withoutHelp() -> CommandSpec { changing { $0.hasHelp = false } }

    /// The command gets every argument as a positional one, dashes or not.
    package func takingRawArguments() -> CommandSpec { changing { $0.parsesFlags = false } }

    /// An unknown word behind the command may name a plug-in, as `kubectl-create-thing` does for `create thing`.
    package func extendedByPlugins() -> CommandSpec { changing { $0.isExtendedByPlugins = true } }

    /// The group, called without one of its commands, shows its help so.
    package func showingHelp(_ help: GroupHelp) -> CommandSpec { changing { $0.groupHelp = help } }

    /// Completion finds positional arguments there.
    package func completing(_ source: CompletionSource) -> CommandSpec { changing { $0.completion = source } }

    private func changing(_ change: (inout CommandSpec) -> Void) -> CommandSpec {
        var copy = self
        change(&copy)
        return copy
    }
}

/// How a group of commands shows its help when none of them is called.
package enum GroupHelp: Hashable, Sendable {
    /// On standard error, exit code 1; an unknown word is refused.
    case asError
    /// On standard output, exit code 1; an unknown word is refused.
    case asOutput
    /// On standard output, exit code 0, whatever the words are.
    case always
}

/// One command line with the sentence that explains it.
package struct CommandExample: Hashable, Sendable {
    /// What the lines do; every line of it is shown after `# `.
    package let explanation: String
    /// The lines to type, without indentation.
    package let commands: String

    package init(_ explanation: String, _ commands: String) {
        self.explanation = explanation
        self.commands = commands
    }
}

/// A heading in the program's help with the commands that stand under it.
///
/// The program declares its groups as static members in an extension.
package struct CommandGroup: Hashable, Sendable {
    /// The heading, with its colon.
    package let heading: String

    package init(_ heading: String) { self.heading = heading }
}

/// The places that name a command without being asked for it.
package struct CommandVisibility: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// The list of commands in the help of the one above, and the generated pages.
    package static let help = CommandVisibility(rawValue: 1)
    /// The commands suggested for an unknown word.
    package static let suggestions = CommandVisibility(rawValue: 2)
    /// The shell's completion.
    package static let completion = CommandVisibility(rawValue: 4)
    /// All of them.
    package static let everywhere: CommandVisibility = [.help, .suggestions, .completion]
}
