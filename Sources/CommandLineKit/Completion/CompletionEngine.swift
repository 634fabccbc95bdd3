/// Finds out how a command line may go on, by cobra's rules.
package struct CompletionEngine: Sendable {
    /// Looks up values that are known only at run time.
    ///
    /// The answer is passed on as it is: the resolver leaves out what does not begin with the text to complete.
    package typealias Resolver = @Sendable (DynamicCompletionRequest) async -> CompletionAnswer

    private let tree: CommandTree
    private let resolver: Resolver

    package init(tree: CommandTree, resolver: @escaping Resolver) {
        self.tree = tree
        self.resolver = resolver
    }

    /// Completes a command line.
    ///
    /// - Parameter words: the words after the program's name; the last one is the one to complete and may be empty.
    package func complete(_ words: [String]) async -> CompletionAnswer {
        let earlier = Array(words.dropLast())
        let found = tree.find(earlier)
        guard found.unknownCommand == nil else {
            return CompletionAnswer(problem: .unknownCommand(earlier))
        }
        let flags = tree.flags(of: found.node)
        let target = CompletionTarget(
            arguments: found.arguments, last: words.last ?? "", parsesFlags: found.node.spec.parsesFlags, flags: flags)

        var parsed = ParsedFlags()
        if found.node.spec.parsesFlags {
            do throws(UsageError) {
                parsed = try FlagParser.parse(target.arguments, flags: flags)
            } catch {
                return CompletionAnswer(problem: .unreadableFlags(target.arguments, error))
            }
        } else {
            parsed.positionals = target.arguments
        }
        let flagsMayFollow = parsed.positionalsBeforeDash == nil
        if let name = target.unknownFlag, flagsMayFollow {
            return CompletionAnswer(problem: .unknownFlag(name, command: found.node.spec.name))
        }
        if parsed.values[FlagSet.help.definition.name] != nil {
            return CompletionAnswer([], .noFiles)
        }
        let query = CompletionQuery(
            node: found.node, parsed: parsed, text: target.text, flag: flagsMayFollow ? target.flag : nil,
            mayNameFlag: flagsMayFollow && target.flag == nil && target.namesFlag)
        return await answer(query)
    }

    private func answer(_ query: CompletionQuery) async -> CompletionAnswer {
        if query.mayNameFlag { return flagNames(query) }
        if let flag = query.flag {
            return await values(of: flag.completion, query: query)
        }
        var answer = subcommands(query)
        answer.candidates += requiredFlags(query)
        let positionals = await values(of: query.node.spec.completion, query: query)
        answer.candidates += positionals.candidates
        if query.node.spec.completion != .files { answer.directive = positionals.directive }
        return answer
    }

    /// Values of a flag or a positional argument.
    private func values(of source: CompletionSource, query: CompletionQuery) async -> CompletionAnswer {
        switch source {
        case .files: return CompletionAnswer()
        case .fileExtensions(let extensions):
            return CompletionAnswer(extensions.map { CompletionCandidate($0) }, .filterByExtension)
        case .directories: return CompletionAnswer([], .directories)
        case .nothing: return CompletionAnswer([], .noFiles)
        case .values(let values):
            if query.flag == nil, !query.parsed.positionals.isEmpty { return CompletionAnswer() }
            return CompletionAnswer(
                values.filter { $0.hasPrefix(query.text) }.map { CompletionCandidate($0) }, .noFiles)
        case .allValues(let values):
            return CompletionAnswer(values.map { CompletionCandidate($0) }, .noFiles)
        case .commands:
            guard let node = tree.node(at: query.parsed.positionals) else { return CompletionAnswer([], .noFiles) }
            return CompletionAnswer(names(below: node, beginning: query.text), .noFiles)
        case .dynamic(let name):
            return await resolver(
                DynamicCompletionRequest(
                    source: name,
                    arguments: ParsedArguments(
                        query.parsed, commandPath: query.node.path, calledAs: query.node.calledAs),
                    text: query.text, isFlagValue: query.flag != nil))
        }
    }

    /// The commands below, unless arguments or the command's own flags came before.
    private func subcommands(_ query: CompletionQuery) -> CompletionAnswer {
        let ownFlags = query.node.spec.flags.map(\.definition.name)
        guard query.parsed.positionals.isEmpty, !ownFlags.contains(where: { query.parsed.values[$0] != nil }) else {
            return CompletionAnswer()
        }
        let hasCommands = query.node.children.contains { $0.spec.visibility.contains(.completion) }
        return CompletionAnswer(
            names(below: query.node, beginning: query.text), hasCommands ? .noFiles : [])
    }

    private func names(below node: CommandNode, beginning text: String) -> [CompletionCandidate] {
        node.children.map(\.spec)
            .filter { $0.visibility.contains(.completion) && $0.name.hasPrefix(text) }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
            .map { CompletionCandidate($0.name, description: $0.summary) }
    }

    /// The names of flags; those a command cannot do without come alone while one of them fits.
    private func flagNames(_ query: CompletionQuery) -> CompletionAnswer {
        let required = requiredFlags(query)
        guard required.isEmpty else { return CompletionAnswer(required, .noFiles) }
        let flags = tree.flags(of: query.node)
        let local = flags.local.map(\.definition) + [FlagSet.help.definition]
        let global = flags.global.map(\.definition)
        let ordered =
            query.node.path.isEmpty
            ? (global + local).sortedByName() : global.sortedByName() + local.sortedByName()
        let open = ordered.filter { query.parsed.values[$0.name] == nil || $0.kind.accumulates }
        return CompletionAnswer(open.flatMap { $0.names(beginning: query.text) }, .noFiles)
    }

    private func requiredFlags(_ query: CompletionQuery) -> [CompletionCandidate] {
        query.node.spec.flags.map(\.definition).sortedByName()
            .filter { $0.isRequired && query.parsed.values[$0.name] == nil }
            .flatMap { $0.names(beginning: query.text) }
    }
}

/// What the resolver is asked for.
package struct DynamicCompletionRequest: Sendable {
    /// The list of values.
    package let source: DynamicCompletion
    /// The arguments before the word to complete, flags included.
    package let arguments: ParsedArguments
    /// What the values are to begin with; for `--flag=text` only what follows the `=`.
    package let text: String
    /// Whether the value of a flag is asked for, and not a positional argument.
    package let isFlagValue: Bool
}

/// A command line that is understood up to its last word.
private struct CompletionQuery {
    let node: CommandNode
    let parsed: ParsedFlags
    let text: String
    /// The flag whose value the last word is.
    let flag: FlagDefinition?
    /// Whether the last word begins the name of a flag.
    let mayNameFlag: Bool
}

extension FlagDefinition {
    /// The long and the short form, as far as they begin with the text.
    fileprivate func names(beginning text: String) -> [CompletionCandidate] {
        guard !isHidden, deprecation == nil else { return [] }
        return (["--" + name] + (shorthand.map { ["-" + $0] } ?? [])).filter { $0.hasPrefix(text) }
            .map { CompletionCandidate($0, description: help) }
    }
}
