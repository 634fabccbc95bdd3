/// A command line that calls no command of the program, and so may call a plug-in.
package struct PluginCall: Sendable, Hashable {
    /// The words that can name a plug-in, with dashes as underscores: those before the first flag.
    package let words: [String]
    /// How many of them the name has at least.
    package let minimum: Int
    /// The whole command line; the plug-in gets what its name leaves of it.
    package let arguments: [String]

    /// The names to look for, the longest first, with the arguments that are left for the plug-in.
    package var candidates: [(name: String, arguments: [String])] {
        guard minimum <= words.count else { return [candidate(of: words.count)] }
        return (max(1, minimum)...words.count).reversed().map(candidate)
    }

    private func candidate(of count: Int) -> (name: String, arguments: [String]) {
        (words.prefix(count).joined(separator: "-"), Array(arguments.dropFirst(count)))
    }
}

extension CommandTree {
    /// What plug-in a command line may call; nil where it calls a command.
    ///
    /// A command that plug-ins extend is not called by a word behind it that is none of its subcommands. Flags cannot
    /// stand before the name of a plug-in: kubectl's `flags cannot be placed before plugin name`.
    package func pluginCall(_ arguments: [String]) throws(UsageError) -> PluginCall? {
        let found = find(arguments)
        var minimum = 1
        if found.unknownCommand == nil {
            guard found.node.spec.isExtendedByPlugins, let word = found.arguments.first, !word.hasPrefix("-"),
                !found.node.spec.subcommands.contains(where: { $0.spec.name == word })
            else { return nil }
            minimum = arguments.count - found.arguments.count + 1
        }
        let words = arguments.prefix { !$0.hasPrefix("-") }
        guard !words.isEmpty else { throw .flagsBeforeUnknownCommand(arguments.first ?? "") }
        return PluginCall(
            words: words.map { word in
                word.split(separator: "-", omittingEmptySubsequences: false).joined(separator: "_")
            },
            minimum: minimum, arguments: arguments)
    }
}
