import StdlibExtensions

/// A word that calls a plug-in, as help lists it.
package struct PluginEntry: Sendable, Hashable {
    package let word: String
    package let summary: String

    package init(word: String, summary: String) {
        self.word = word
        self.summary = summary
    }
}

/// The commands below one, as its help lists them.
struct CommandList {
    /// A heading with the commands under it.
    struct Section {
        let heading: String
        let commands: [CommandSpec]
        private(set) var plugins: [PluginEntry] = []

        init(heading: String, commands: [CommandSpec]) {
            self.heading = heading
            self.commands = commands
        }

        init(_ plugins: [PluginEntry]) {
            self.init(heading: "Subcommands provided by plugins:", commands: [])
            self.plugins = plugins
        }
    }

    /// The sections; those of the program have its groups, and what is in no group follows at the end.
    let sections: [Section]
    private let nameWidth: Int

    /// - Parameter plugins: the words that call plug-ins, with a sentence about each.
    init(node: CommandNode, groups: [CommandGroup], plugins: [PluginEntry] = []) {
        let all = node.spec.subcommands.map { $0.spec }
        let visible = all.filter { $0.visibility.contains(.help) }
        let sorted = visible.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        nameWidth = max(11, all.map(\.name.utf8.count).max() ?? 0)
        if visible.isEmpty {
            sections = []
        } else if node.path.isEmpty, !groups.isEmpty {
            let others = sorted.filter { spec in spec.group.map { !groups.contains($0) } ?? true }
            sections =
                groups.map { group in Section(heading: group.heading, commands: visible.filter { $0.group == group }) }
                + (plugins.isEmpty ? [] : [Section(plugins)])
                + (others.isEmpty ? [] : [Section(heading: "Other Commands:", commands: others)])
        } else {
            sections = [Section(heading: "Available Commands:", commands: sorted)]
        }
    }

    /// The sections with an empty line between them; nil without commands.
    var text: String? {
        guard !sections.isEmpty else { return nil }
        return sections.map { section in
            section.heading
                + section.commands.map { "\n  " + $0.name.padded(to: nameWidth) + "   " + $0.summary }.joined()
                // kubectl aligns these by themselves, in the least width there is.
                + section.plugins.map { "\n  " + $0.word.padded(to: 11) + "   " + $0.summary }.joined()
        }
        .joined(separator: "\n\n")
    }
}
