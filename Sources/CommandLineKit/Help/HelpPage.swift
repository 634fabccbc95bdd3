import StdlibExtensions

/// Lays out help as kubectl does.
package struct HelpPage: Sendable {
    private let tree: CommandTree
    private let program: String
    private let limit: Int?
    private let plugins: [PluginEntry]

    /// Help for the commands of a tree.
    ///
    /// - Parameters:
    ///   - program: the name the program was called by.
    ///   - columns: the width of the terminal the help is for; nil when it is none. kubectl wraps at 120, 100 or 80.
    ///   - plugins: the plug-ins that the program's own help lists.
    package init(tree: CommandTree, program: String, columns: Int? = nil, plugins: [PluginEntry] = []) {
        self.plugins = plugins
        self.tree = tree
        self.program = program
        limit = WordWrap.limit(columns: columns)
    }

    /// What `--help` prints, with the line end.
    package func help(for node: CommandNode) -> String {
        guard node.spec.hasHelp else { return "" }
        let spec = node.spec
        let text = spec.description.isEmpty ? spec.summary : spec.description.helpLayout
        return wrapped(named(text)) + usage(for: node)
    }

    /// Everything in the help but the description: it begins with two line ends.
    package func usage(for node: CommandNode) -> String {
        let spec = node.spec
        var sections: [String] = []
        if !spec.aliases.isEmpty {
            sections.append("Aliases:\n" + ([spec.name] + spec.aliases).joined(separator: ", "))
        }
        if !spec.examples.isEmpty {
            sections.append("Examples:\n" + named(examples(of: spec)))
        }
        if let commands = CommandList(node: node, groups: tree.groups, plugins: plugins).text {
            sections.append(named(commands))
        }
        if !spec.flags.isEmpty {
            sections.append("Options:\n" + named(flagUsages(spec.flags)).trimmingTrailingSpace())
        }
        sections.append("Usage:\n  " + usageLine(of: node))
        sections.append(tips(for: node))
        return wrapped("\n\n" + sections.joined(separator: "\n\n"))
    }

    /// What `kubectl options` prints: the flags every command accepts.
    package func globalOptions() -> String {
        wrapped("The following options can be passed to any command:\n\n" + named(flagUsages(tree.globalFlags)))
    }

    /// The command with its arguments, such as `kubectl get TYPE [options]`.
    package func usageLine(of node: CommandNode) -> String {
        let words = [program] + node.path + (node.spec.usage.isEmpty ? [] : [named(node.spec.usage)])
        let line = words.joined(separator: " ")
        return line.contains("[options]") ? line : line + " [options]"
    }

    private func examples(of spec: CommandSpec) -> String {
        spec.examples.map { example in
            let lines = example.explanation.split(separator: "\n").map { "# " + $0.trimmingSpace() }
            let commands = example.commands.split(separator: "\n", omittingEmptySubsequences: false)
            return (lines + commands.map { $0.trimmingSpace() }).map { "  " + $0 }.joined(separator: "\n")
        }
        .joined(separator: "\n  \n").trimmingTrailingSpace()
    }

    private func flagUsages(_ flags: [any AnyFlag]) -> String {
        flags.map(\.definition).sortedByName().filter { !$0.isHidden }.map { flag in
            let sentence = flag.help.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " ")
            let text = WordWrap.wrap(sentence, limit: limit.map { $0 - 10 })
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { "\n\t" + $0 }
            return "    " + flag.helpHeading + lines.joined() + "\n\n"
        }
        .joined()
    }

    private func tips(for node: CommandNode) -> String {
        let path = ([program] + node.path).joined(separator: " ")
        let more = "Use \"\(path) <command> --help\" for more information about a given command.\n"
        let options =
            "Use \"\(program) options\" for a list of global command-line options (applies to all commands).\n"
        return node.spec.subcommands.isEmpty ? options : more + options
    }

    private func wrapped(_ text: String) -> String { WordWrap.wrap(text, limit: limit) }

    private func named(_ text: String) -> String { tree.naming(program, in: text) }
}

extension FlagDefinition {
    /// The line above the sentence in help: `-o, --output='':`.
    fileprivate var helpHeading: String {
        let value = kind == .string ? "'\(defaultText)'" : defaultText
        return (shorthand.map { "-\($0), " } ?? "") + "--\(name)=\(value):"
    }
}

extension [FlagDefinition] {
    /// In the order of their names' bytes, as pflag sorts.
    func sortedByName() -> [FlagDefinition] {
        sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
}
