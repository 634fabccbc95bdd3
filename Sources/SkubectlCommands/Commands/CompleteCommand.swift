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
        let answer = await engine.complete(words)
        if let problem = answer.problem {
            context.console.writeError("[Debug] [Error] \(problem.text(program: context.programName))\n")
        }
        context.console.write(answer.protocolText(describing: describes && wantsDescriptions(context)))
        let directive = answer.directive.names.joined(separator: ", ")
        context.console.writeError("Completion ended with directive: \(directive)\n")
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
