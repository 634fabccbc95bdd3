/// A command found in a command line, with the arguments that are left for it.
struct FoundCommand {
    let node: CommandNode
    /// The arguments without the names that led to the command.
    let arguments: [String]
    /// The word that should have been a command of the program but is none.
    let unknownCommand: String?
}

extension CommandTree {
    /// The command that words after `help` are about: as far as they lead; nil when the first leads nowhere.
    package func node(forTopic words: [String]) -> CommandNode? {
        let found = find(words)
        return found.unknownCommand == nil ? found.node : nil
    }

    /// The command that a command line calls, among those that are there before cobra adds its own; nil for none.
    package func declaredNode(_ arguments: [String]) -> CommandNode? {
        let found = find(arguments)
        return found.unknownCommand == nil && !found.node.spec.isAuxiliary ? found.node : nil
    }

    /// Follows the words of a command line down the tree, passing over flags and their values.
    func find(_ arguments: [String]) -> FoundCommand {
        var node = CommandNode(root: root)
        var arguments = arguments
        while true {
            let flags = flags(of: node)
            guard let word = Self.words(in: arguments, flags: flags).first else {
                return FoundCommand(node: node, arguments: arguments, unknownCommand: nil)
            }
            guard let child = child(of: node, called: word) else {
                let isUnknown = node.path.isEmpty && !node.spec.subcommands.isEmpty
                return FoundCommand(node: node, arguments: arguments, unknownCommand: isUnknown ? word : nil)
            }
            arguments = Self.removing(word, from: arguments, flags: flags)
            node = child
        }
    }

    /// The arguments before `--` that are neither flags nor, as far as can be told before parsing, their values.
    private static func words(in arguments: [String], flags: FlagSet) -> [String] {
        var words: [String] = []
        var rest = arguments[...]
        while let argument = rest.popFirst(), argument != "--" {
            if takesNextArgument(argument, flags: flags) {
                // cobra stops here rather than take the last argument for a value.
                guard rest.count > 1 else { break }
                rest = rest.dropFirst()
            } else if !argument.isEmpty, !argument.hasPrefix("-") {
                words.append(argument)
            }
        }
        return words
    }

    /// The arguments without the first one that is this word and no flag's value.
    private static func removing(_ word: String, from arguments: [String], flags: FlagSet) -> [String] {
        var index = 0
        while index < arguments.count, arguments[index] != "--" {
            let argument = arguments[index]
            if takesNextArgument(argument, flags: flags) {
                index += 1
            } else if argument == word {
                var remaining = arguments
                remaining.remove(at: index)
                return remaining
            }
            index += 1
        }
        return arguments
    }

    /// Whether an argument is a flag whose value is the argument after it; unknown flags are taken for such.
    ///
    /// `--help` counts as one too, since cobra adds it only after the command is found.
    private static func takesNextArgument(_ argument: String, flags: FlagSet) -> Bool {
        guard argument.hasPrefix("-"), !argument.utf8.contains(UInt8(ascii: "=")) else { return false }
        let definition: FlagDefinition?
        if argument.hasPrefix("--") {
            definition = flags.definition(named: argument.dropFirst(2))
        } else {
            guard argument.utf8.count == 2, let letter = argument.utf8.last else { return false }
            definition = flags.definition(shorthand: letter)
        }
        guard let definition, definition.name != FlagSet.help.definition.name else { return true }
        return definition.impliedText == nil
    }
}
