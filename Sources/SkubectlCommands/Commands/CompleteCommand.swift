import CommandLineKit
import StdlibExtensions
import SystemIO

/// Implements `skubectl __complete`, by which completion scripts ask how a command line may go on.
struct CompleteCommand: Command {
    static let nameWithoutDescriptions = "__completeNoDesc"

    static let spec = CommandSpec(
        name: "__complete", usage: "[command-line]", summary: "Tell a shell how a command line may go on"
    )
    .aliased(nameWithoutDescriptions).auxiliary().hidden().takingRawArguments()

    /// The command line without the program's name; the last word is the one to complete.
    let words: [String]
    let describes: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        words = arguments.positionals
        describes = arguments.calledAs != Self.nameWithoutDescriptions
        guard !words.isEmpty else {
            throw .invalid("requires at least 1 arg(s), only received 0", hint: .none)
        }
    }

    func run(in context: CommandContext) async throws {
        let engine = CompletionEngine(tree: context.commands) { request in
            await CompletionLookup(context: context, request: request).answer()
        }
        var answer: CompletionAnswer
        if let plugins = await pluginAnswer(in: context) {
            answer = plugins
        } else {
            answer = await engine.complete(words)
            addPlugins(to: &answer, in: context)
        }
        if let problem = answer.problem {
            context.console.writeError("[Debug] [Error] \(problem.text(program: context.programName))\n")
        }
        context.console.write(answer.protocolText(describing: describes && wantsDescriptions(context)))
        let directive = answer.directive.names.joined(separator: ", ")
        context.console.writeError("Completion ended with directive: \(directive)\n")
    }

    /// How the command line may go on where it calls a plug-in.
    private func pluginAnswer(in context: CommandContext) async -> CompletionAnswer? {
        guard mayBePlugin(context.commands) else { return nil }
        context.console.writeError("[Debug] Cleared global flags for plugin completion\n")
        let plugins = PluginCompletion(programName: context.programName, environment: context.environment)
        return await plugins.answer(words) { context.console.writeError("[Debug] \($0)\n") }
    }

    /// Adds the plug-ins that the first word may call.
    private func addPlugins(to answer: inout CompletionAnswer, in context: CommandContext) {
        guard words.count == 1, let text = words.first, !text.hasPrefix("-") else { return }
        let plugins = PluginCompletion(programName: context.programName, environment: context.environment)
        let known = context.commands.root.spec.subcommands.map { $0.spec }
        let candidates = plugins.candidates(for: text) { word in
            known.contains { $0.name == word || $0.aliases.contains(word) }
        }
        if candidates.isEmpty { return }
        answer.candidates = (answer.candidates + candidates).sorted { $0.value.precedesByBytes($1.value) }
        answer.directive.insert(.noFiles)
    }

    /// Whether the first word is complete and no command's own name, so that kubectl tries plug-ins, which take no flags
    /// of its own.
    private func mayBePlugin(_ commands: CommandTree) -> Bool {
        guard words.count > 1, !words[0].hasPrefix("-") else { return false }
        return !commands.root.spec.subcommands.contains { $0.spec.name == words[0] }
    }

    /// `KUBECTL_COMPLETION_DESCRIPTIONS`, under the program's name, and `COBRA_COMPLETION_DESCRIPTIONS` turn
    /// descriptions off.
    private func wantsDescriptions(_ context: CommandContext) -> Bool {
        let program = String(
            String.UnicodeScalarView(
                context.programName.uppercased().unicodeScalars.map { scalar in
                    switch scalar {
                    case "A"..."Z", "0"..."9", "_": scalar
                    default: "_"
                    }
                }))
        let setting = ["\(program)_COMPLETION_DESCRIPTIONS", "COBRA_COMPLETION_DESCRIPTIONS"]
            .lazy.compactMap { context.environment.nonEmpty($0) }.first
        return setting.flatMap { Bool(goText: $0) } ?? true
    }
}
