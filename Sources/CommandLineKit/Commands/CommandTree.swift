/// The program's commands, and how a command line finds its way to one of them.
///
/// The rules are those of cobra as kubectl uses it: flags may stand before the names of commands, a flag's value is no
/// command, and an unknown first word is an error while an unknown word after a group is the group's.
package struct CommandTree: Sendable {
    /// The program itself.
    package let root: any DeclaredCommand.Type
    /// The flags every command accepts.
    package let globalFlags: [any AnyFlag]
    /// The headings of the program's help, in order.
    package let groups: [CommandGroup]
    /// A command under the name that a user has given it; the names of commands come first.
    private(set) var alias: CommandNode?

    package init(root: any DeclaredCommand.Type, globalFlags: [any AnyFlag], groups: [CommandGroup] = []) {
        self.root = root
        self.globalFlags = globalFlags
        self.groups = groups
    }

    /// The tree with one more name for a command below the program.
    package func adding(_ name: String, for node: CommandNode) -> CommandTree {
        var tree = self
        tree.alias = node.renamed(name)
        return tree
    }

    /// Reads a whole command line, without the program's name.
    ///
    /// - Parameter presets: the values that flags of the command have before.
    package func resolve(_ arguments: [String], presets: FlagPresets = FlagPresets()) -> Invocation {
        let found = find(arguments)
        if let unknown = found.unknownCommand {
            return Invocation(found.node, action: .refuse(refusal(of: unknown, in: arguments)))
        }
        if let refusal = refusalBeforeAuxiliary(found.node, in: arguments) {
            return Invocation(found.node, action: .refuse(refusal))
        }
        do throws(UsageError) {
            return try invocation(of: found, presets: presets)
        } catch {
            return Invocation(found.node, action: .refuse(error))
        }
    }

    /// The command at the end of a path of names or aliases below the program; nil when there is none.
    package func node(at path: [String]) -> CommandNode? {
        var node = CommandNode(root: root)
        for name in path {
            guard let child = node.child(called: name) else { return nil }
            node = child
        }
        return node
    }

    /// The flags a command accepts.
    package func flags(of node: CommandNode) -> FlagSet {
        FlagSet(local: node.spec.flags, global: globalFlags)
    }

    /// A text of a declaration with the name the program was called by in place of the one it is declared with.
    package func naming(_ program: String, in text: String) -> String {
        let declared = root.spec.name
        guard program != declared, !declared.isEmpty else { return text }
        return text.split(separator: declared, omittingEmptySubsequences: false).joined(separator: program)
    }

    /// A command line, without the program's name, in one form for all its spellings; nil where it cannot be read.
    ///
    /// The words that are no flags come first, then the flags by their long names.
    package func normalizedText(_ arguments: [String], for node: CommandNode) -> String? {
        // Who needs to know what is wrong with it has resolved it before.
        guard let parsed = try? FlagParser.parse(arguments, flags: flags(of: node)) else { return nil }
        return (parsed.positionals + parsed.texts.map { "--\($0.name)=\($0.text)" }).joined(separator: " ")
    }

    /// The command that a word behind another calls.
    func child(of node: CommandNode, called word: String) -> CommandNode? {
        if let child = node.child(called: word) { return child }
        return node.path.isEmpty && alias?.calledAs == word ? alias : nil
    }

    private func invocation(
        of found: FoundCommand, presets: FlagPresets
    ) throws(UsageError) -> Invocation {
        let node = found.node
        var parsed = ParsedFlags()
        if node.spec.parsesFlags {
            parsed = try FlagParser.parse(found.arguments, flags: flags(of: node), presets: presets)
            if parsed.values[FlagSet.help.definition.name] == .bool(true) {
                return Invocation(node, notes: parsed.notes, action: .showHelp(.requested))
            }
        } else {
            parsed.positionals = found.arguments
        }
        guard let command = node.command as? any ParsableCommand.Type else {
            let action: Invocation.Action =
                if node.path.isEmpty || node.spec.groupHelp == .always {
                    .showHelp(.requested)
                } else if !parsed.positionals.isEmpty {
                    .refuse(.unknownSubcommand(parsed.positionals))
                } else {
                    .showHelp(node.spec.groupHelp == .asOutput ? .unclear : .missingSubcommand)
                }
            return Invocation(node, notes: parsed.notes, arguments: arguments(parsed, of: node), action: action)
        }
        let missing = node.spec.flags.filter { $0.definition.isRequired && parsed.values[$0.definition.name] == nil }
        guard missing.isEmpty else { throw .missingRequiredFlags(missing.map(\.definition.name).sorted()) }
        let arguments = arguments(parsed, of: node)
        return Invocation(node, notes: parsed.notes, arguments: arguments, action: .run(command, arguments))
    }

    private func arguments(_ parsed: ParsedFlags, of node: CommandNode) -> ParsedArguments {
        ParsedArguments(parsed, commandPath: node.path, calledAs: node.calledAs)
    }

    /// kubectl looks for a plug-in before it knows `help` and its like, unless one of those is the first word.
    private func refusalBeforeAuxiliary(_ node: CommandNode, in arguments: [String]) -> UsageError? {
        guard node.spec.isAuxiliary, let first = arguments.first, first.hasPrefix("-") else { return nil }
        let word = arguments.first { !$0.hasPrefix("-") } ?? ""
        let isNamed = root.spec.subcommands.contains { command in
            command.spec.isAuxiliary && (command.spec.name == word || command.spec.aliases.contains(word))
        }
        return isNamed ? nil : .flagsBeforeUnknownCommand(first)
    }

    /// kubectl looks for a plug-in before it gives up on an unknown command, and cannot when flags come first.
    private func refusal(of name: String, in arguments: [String]) -> UsageError {
        if let first = arguments.first, first.hasPrefix("-") { return .flagsBeforeUnknownCommand(first) }
        return .unknownCommand(name, suggestions: CommandSuggestions.names(for: name, among: root.spec.subcommands))
    }
}

/// A command in the tree, with the names that lead to it.
package struct CommandNode: Sendable {
    /// The command.
    package let command: any DeclaredCommand.Type
    /// The names that lead from the program to the command; empty for the program itself.
    package let path: [String]
    /// The word by which the command was called: its name or an alias.
    package let calledAs: String
    /// The command's description.
    package let spec: CommandSpec
    /// The names that lead to where its subcommands are declared.
    private let pathOfChildren: [String]

    init(root: any DeclaredCommand.Type) {
        self.init(command: root, path: [], calledAs: root.spec.name)
    }

    private init(
        command: any DeclaredCommand.Type, path: [String], calledAs: String, pathOfChildren: [String]? = nil
    ) {
        self.command = command
        self.path = path
        self.calledAs = calledAs
        self.pathOfChildren = pathOfChildren ?? path
        spec = command.spec
    }

    /// The same command right below the program, under another name; its subcommands stay where they are.
    func renamed(_ name: String) -> CommandNode {
        CommandNode(command: command, path: [name], calledAs: name, pathOfChildren: path)
    }

    /// The commands directly below, in the order of their declaration.
    package var children: [CommandNode] {
        spec.subcommands.map { CommandNode(command: $0, path: pathOfChildren + [$0.spec.name], calledAs: $0.spec.name) }
    }

    /// The command directly below that has this name or alias.
    func child(called word: String) -> CommandNode? {
        for command in spec.subcommands where command.spec.name == word || command.spec.aliases.contains(word) {
            return CommandNode(command: command, path: pathOfChildren + [command.spec.name], calledAs: word)
        }
        return nil
    }
}

/// What a command line asks for.
package struct Invocation: Sendable {
    /// The command that was found, whose path errors and help name.
    package let node: CommandNode
    /// What to say on standard error before anything else.
    package let notes: [UsageNote]
    /// The arguments, where all of them could be read and help is not what they ask for.
    package let arguments: ParsedArguments?
    /// What to do.
    package let action: Action

    /// What to do with a command line.
    package enum Action: Sendable {
        /// Make the command from its arguments and run it.
        case run(any ParsableCommand.Type, ParsedArguments)
        /// Print the command's help.
        case showHelp(HelpReason)
        /// Print the error and exit with 1.
        case refuse(UsageError)
    }

    init(_ node: CommandNode, notes: [UsageNote] = [], arguments: ParsedArguments? = nil, action: Action) {
        self.node = node
        self.notes = notes
        self.arguments = arguments
        self.action = action
    }
}

/// Why help is shown, which decides where it goes.
package enum HelpReason: Hashable, Sendable {
    /// `--help`, or the program called without a command: on standard output, exit code 0.
    case requested
    /// A group called without one of its commands: on standard error, exit code 1.
    case missingSubcommand
    /// The same on standard output.
    case unclear
}
