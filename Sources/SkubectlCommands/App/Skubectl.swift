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
        let preferences: AppliedPreferences
        do {
            preferences = try applyPreferences(to: words)
            try becomePlugin(Array(words.dropFirst()), tree: preferences.tree, programName: programName)
        } catch {
            return report(error, programName: programName, path: [])
        }
        let invocation = preferences.tree.resolve(preferences.arguments, presets: preferences.presets)
        for note in preferences.presets.notes + invocation.notes { console.writeError(note.text) }
        let exitCode: Int32
        switch checked(invocation) {
        case .showHelp(let reason):
            exitCode = showHelp(of: invocation.node, reason, tree: preferences.tree, programName: programName)
        case .refuse(let error):
            exitCode = report(error, programName: programName, path: invocation.node.path)
        case .run(let type, let arguments):
            let isKept = arguments[ChangeCause.flag]
            let commandLine =
                isKept ? preferences.tree.normalizedText(Array(words.dropFirst()), for: invocation.node) : nil
            exitCode = await run(
                type, arguments, preferences, programName: programName,
                commandLine: commandLine.map { "\(programName) \($0)" } ?? "")
        }
        console.flush()
        if let failure = console.outputFailure, exitCode == 0 {
            return report(failure, programName: programName, path: invocation.node.path)
        }
        return exitCode
    }

    /// The command line with the user's preferences.
    private func applyPreferences(to words: [String]) throws(PreferencesError) -> AppliedPreferences {
        if PreferencesFlag.isTurnedOff(in: environment) {
            return AppliedPreferences(tree: CommandRegistry.treeWithoutPreferences, words: words)
        }
        var preferences = AppliedPreferences(tree: CommandRegistry.tree, words: words)
        try preferences.apply(environment: environment, console: console, clock: clock)
        return preferences
    }

    /// Becomes the plug-in that the command line calls; returns where it calls none.
    private func becomePlugin(_ arguments: [String], tree: CommandTree, programName: String) throws {
        guard let call = try tree.pluginCall(arguments) else { return }
        let search = PluginSearch(programName: programName, environment: environment)
        guard let plugin = search.plugin(for: call) else { return }
        do {
            try ProcessImage.replace(
                path: plugin.path, arguments: [plugin.path] + plugin.arguments, environment: environment)
        } catch {
            throw PluginError.notRunnable(error)
        }
    }

    /// What a command line asks for, refused where a global flag already says what cannot be done.
    private func checked(_ invocation: Invocation) -> Invocation.Action {
        guard let arguments = invocation.arguments else { return invocation.action }
        do {
            try ProfileFlags.check(arguments)
            return invocation.action
        } catch {
            return .refuse(error)
        }
    }

    private func run(
        _ type: any ParsableCommand.Type, _ arguments: ParsedArguments, _ preferences: AppliedPreferences,
        programName: String, commandLine: String
    ) async -> Int32 {
        let warnings = WarningPrinter(console: console, environment: environment)
        let global = GlobalFlags(arguments)
        let context = CommandContext(
            programName: programName, console: console, environment: environment, clock: clock, global: global,
            commands: preferences.tree, warnings: warnings,
            inputIsInUse: (type as? any Command.Type)?.readsInput(arguments) ?? false,
            credentialPolicy: preferences.credentialPolicy, commandLine: commandLine, makeTransport: makeTransport)
        do {
            if let command = try type.init(arguments) as? any Command { try await command.run(in: context) }
            if global.warningsAreErrors, warnings.count > 0 {
                let noun = warnings.count == 1 ? "warning" : "warnings"
                throw CommandError.failed("\(warnings.count) \(noun) received")
            }
            // A signal that came too late to keep it from anything changes nothing of what is told.
            if Task.isCancelled { console.writeLastWords("") }
            return 0
        } catch {
            return report(error, programName: programName, path: arguments.commandPath)
        }
    }

    private func report(_ error: any Error, programName: String, path: [String]) -> Int32 {
        let report = ErrorReport(error, programName: programName, path: path)
        // What the server says may not control the terminal.
        let text = TerminalText.escaped(report.text)
        if report.isLastWord { console.writeLastWords(text) } else { console.writeError(text) }
        return report.exitCode
    }

    private func showHelp(
        of node: CommandNode, _ reason: HelpReason, tree: CommandTree, programName: String
    ) -> Int32 {
        let columns = console.terminal.columns
        let plugins = PluginEntry.all(for: node, in: tree, programName: programName, environment: environment)
        let page = HelpPage(tree: tree, program: programName, columns: columns, plugins: plugins)
        let text = page.help(for: node)
        switch reason {
        case .requested:
            console.write(text)
            return 0
        case .unclear:
            console.write(text)
            return 1
        case .missingSubcommand:
            console.writeError(text)
            return 1
        }
    }
}
