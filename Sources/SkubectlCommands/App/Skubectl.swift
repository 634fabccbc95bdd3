import CommandLineKit
package import HTTPTransport
import Renderers
package import SystemIO

/// The program: from the words of the command line to the exit code.
package struct Skubectl: Sendable {
    private let console: any Console
    private let environment: EnvironmentVariables
    private let clock: any WallClock
    private let makeTransport: @Sendable (TransportOptions) -> any Transport

    /// A program that has the given world around it; tests hand in doubles.
    package init(
        console: any Console, environment: EnvironmentVariables, clock: any WallClock,
        makeTransport: @escaping @Sendable (TransportOptions) -> any Transport
    ) {
        self.console = console
        self.environment = environment
        self.clock = clock
        self.makeTransport = makeTransport
    }

    /// Carries out one command line, the first word of which is the name the program was called by.
    package func run(_ words: [String]) async -> Int32 {
        let programName = words.first.map(PathText.lastElement(of:)) ?? SkubectlRoot.spec.name
        let invocation = CommandRegistry.tree.resolve(Array(words.dropFirst()))
        for note in invocation.notes { console.writeError(note.text) }
        let exitCode: Int32
        switch invocation.action {
        case .showHelp(let reason):
            exitCode = showHelp(of: invocation.node, reason, programName: programName)
        case .refuse(let error):
            exitCode = report(error, programName: programName, path: invocation.node.path)
        case .run(let type, let arguments):
            exitCode = await run(type, arguments, programName: programName)
        }
        console.flush()
        if let failure = console.outputFailure, exitCode == 0 {
            return report(failure, programName: programName, path: invocation.node.path)
        }
        return exitCode
    }

    private func run(_ type: any ParsableCommand.Type, _ arguments: ParsedArguments, programName: String) async -> Int32
    {
        let warnings = WarningPrinter(console: console, environment: environment)
        let global = GlobalFlags(arguments)
        let context = CommandContext(
            programName: programName, console: console, environment: environment, clock: clock, global: global,
            commands: CommandRegistry.tree, warnings: warnings,
            inputIsInUse: arguments[ResourceSelection.filenameFlag].contains("-"),
            makeTransport: makeTransport)
        do {
            try ProfileFlags.check(arguments)
            if let command = try type.init(arguments) as? any Command { try await command.run(in: context) }
            if global.warningsAreErrors, warnings.count > 0 {
                let noun = warnings.count == 1 ? "warning" : "warnings"
                throw CommandError.failed("\(warnings.count) \(noun) received")
            }
            return 0
        } catch {
            return report(error, programName: programName, path: arguments.commandPath)
        }
    }

    private func report(_ error: any Error, programName: String, path: [String]) -> Int32 {
        let report = ErrorReport(error, programName: programName, path: path)
        // What the server says may not control the terminal.
        console.writeError(TerminalText.escaped(report.text))
        return report.exitCode
    }

    private func showHelp(of node: CommandNode, _ reason: HelpReason, programName: String) -> Int32 {
        let columns = console.terminal.columns
        let text = HelpPage(tree: CommandRegistry.tree, program: programName, columns: columns).help(for: node)
        switch reason {
        case .requested:
            console.write(text)
            return 0
        case .missingSubcommand:
            console.writeError(text)
            return 1
        }
    }
}
