import CommandLineKit
import KubeConfig
import StdlibExtensions
import SystemIO

/// A command line and the commands there are, with the user's preferences applied to them.
struct AppliedPreferences {
    /// The commands, with the alias that is called.
    private(set) var tree: CommandTree
    /// The command line without the program's name, with the arguments of the alias that is called.
    private(set) var arguments: [String]
    /// What the flags of the command are when it is not said otherwise.
    private(set) var presets = FlagPresets()
    private(set) var credentialPolicy = CredentialPluginPolicy()
    /// The program as it was called.
    private let program: String
    /// The aliases that are known to the command line, once one of them may be called.
    private var aliases: Set<String> = []

    /// - Parameter words: the whole command line.
    init(tree: CommandTree, words: [String]) {
        self.tree = tree
        arguments = Array(words.dropFirst())
        program = words.first ?? ""
    }

    /// Reads the preferences and applies them; what is odd about them is told on standard error.
    mutating func apply(
        environment: EnvironmentVariables, console: any Console, clock: any WallClock
    ) throws(PreferencesError) {
        guard !arguments.isEmpty else { return }
        let name = try PreferencesFlag.file(in: [program] + arguments)
        let log = DiagnosticLog(
            verbosity: PreferencesFlag.verbosity(in: [program] + arguments), console: console, clock: clock)
        guard let preferences = try Self.read(named: name, environment: environment, console: console, log) else {
            return
        }
        do throws(PreferencesFault) { try preferences.validate() } catch { throw .invalid(error) }
        credentialPolicy = preferences.credentialPolicy
        try apply(preferences.aliases, console: console)
        try apply(preferences.defaults, console: console)
    }

    private static func read(
        named name: String, environment: EnvironmentVariables, console: any Console, _ log: DiagnosticLog
    ) throws(PreferencesError) -> Preferences? {
        var file: PreferencesFile?
        do throws(PreferencesFault) {
            file = try PreferencesFile.chosen(named: name, environment: environment)
            guard let file, let contents = try file.read({ log.tell($0, of: file.path) }) else { return nil }
            if !contents.oddities.isEmpty {
                let oddities = contents.oddities.map(\.message).joined(separator: ", ")
                console.writeError(
                    "kuberc: ignoring strict decoding error in \(file.path): strict decoding error: \(oddities)")
            }
            return contents.preferences
        } catch {
            guard let file, !file.isExplicit else { throw .file(error) }
            console.writeError("kuberc: no preferences loaded from \(file.path): \(error.fileMessage)")
            return nil
        }
    }

    // MARK: - Aliases

    private mutating func apply(_ aliases: [Preferences.Alias], console: any Console) throws(PreferencesError) {
        guard tree.declaredNode(arguments) == nil else { return }
        let place = arguments.firstIndex { !$0.hasPrefix("-") && !$0.hasPrefix(CompleteCommand.spec.name) }
        let word = place.map { arguments[$0] } ?? ""
        self.aliases = Set(aliases.map(\.name))
        guard let alias = aliases.first(where: { $0.name == word }), let place else { return }
        if tree.declaredNode([alias.name]) != nil {
            console.writeError("Warning: Setting alias \(alias.name.goQuoted) to a built-in command is not supported\n")
            return
        }
        guard let node = tree.declaredNode(alias.command.words) else {
            throw .unknownCommand(alias.command, alias: alias.name)
        }
        tree = tree.adding(alias.name, for: node)
        let flags = tree.flags(of: node)
        for option in alias.options {
            guard let flag = flags.presettable(named: option.name) else {
                throw .unknownAliasFlag(option.name, program: program)
            }
            if isGiven(flag) { continue }
            do throws(UsageError) { try presets.set(flag, to: option.value) } catch {
                throw .aliasFlagValue(option, program: program, error)
            }
        }
        arguments.insert(contentsOf: alias.prependArguments, at: place + 1)
        arguments += alias.appendArguments
    }

    // MARK: - Defaults

    private mutating func apply(_ defaults: [Preferences.Defaults], console: any Console) throws(PreferencesError) {
        guard let node = tree.declaredNode(arguments) else { return }
        let flags = tree.flags(of: node)
        for command in defaults {
            guard let other = tree.declaredNode(command.command.words) else {
                console.writeError("Warning: command \(command.command.goQuoted) not found to set kuberc override\n")
                continue
            }
            // kubectl compares no more than the last names.
            guard let name = node.path.last, other.path.last == name else { continue }
            if aliases.contains(name) { throw .defaultsOfAlias(name) }
            for option in command.options ?? [] {
                guard let flag = flags.presettable(named: option.name) else {
                    throw .unknownFlag(option.name, command: command.command)
                }
                if isGiven(flag) { continue }
                do throws(UsageError) { try presets.set(flag, to: option.value) } catch {
                    throw .flagValue(option, command: command.command, error)
                }
            }
        }
    }

    /// Whether the command line seems to give a flag: kubectl looks at each word alone.
    private func isGiven(_ flag: FlagDefinition) -> Bool {
        let long = "--\(flag.name)"
        return arguments.contains { word in
            if word == long || word.hasPrefix("\(long)=") { return true }
            guard let letter = flag.shorthand else { return false }
            let isGroup = word.hasPrefix("-") && word.utf8.dropFirst().allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
            return word.hasPrefix("-\(letter)") || isGroup && word.dropFirst().contains(letter)
        }
    }
}

extension DiagnosticLog {
    /// Tells what becomes of an entry of a file of preferences.
    fileprivate func tell(_ note: PreferencesNote, of path: String) {
        switch note {
        case .unusable(let entry, let fault):
            let sentence = fault.message(scheme: "pkg/config/scheme/scheme.go:30")
            writePlain(
                5, "marshal.go:71", "kuberc: strict decoding error for entry \(entry) in \(path): \(sentence)")
        case .used(let entry, let apiVersion):
            writePlain(5, "marshal.go:94", "kuberc: using entry \(entry) (\(apiVersion)) in \(path)")
        case .nothing:
            writePlain(5, "marshal.go:103", "kuberc: no preferences found in \(path)")
        }
    }
}
