import CommandLineKit
import StdlibExtensions
import SystemIO

/// What completion and help know of the plug-ins on the PATH.
struct PluginCompletion {
    private let programName: String
    private let environment: EnvironmentVariables
    private let search: PluginSearch
    /// The words that call each plug-in, in the order of the PATH.
    private let names: [[String]]

    init(programName: String, environment: EnvironmentVariables) {
        self.programName = programName
        self.environment = environment
        search = PluginSearch(programName: programName, environment: environment)
        names = search.directories().flatMap { directory -> [[String]] in
            guard case .success(let paths) = directory.plugins else { return [] }
            return paths.map { path in
                PathText.lastElement(of: path).split(separator: "-", omittingEmptySubsequences: false).dropFirst()
                    .map { $0.split(separator: "_", omittingEmptySubsequences: false).joined(separator: "-") }
            }
        }
    }

    /// The first words of all plug-ins but those that `isCommand` knows, as often as there are files for them.
    func firstWords(except isCommand: (String) -> Bool) -> [String] {
        names.compactMap(\.first).filter { !isCommand($0) }
    }

    /// The sentence that help and completion have for a plug-in's word.
    static func summary(of word: String) -> String { "The command \(word) is a plugin installed by the user" }

    /// The first words of plug-ins that complete a text, each once, in byte order.
    func candidates(for text: String, except isCommand: (String) -> Bool) -> [CompletionCandidate] {
        Self.candidates(firstWords(except: isCommand), text)
    }

    private static func candidates(_ words: [String], _ text: String) -> [CompletionCandidate] {
        Set(words).filter { $0.hasPrefix(text) }.sorted { $0.precedesByBytes($1) }
            .map { CompletionCandidate($0, description: summary(of: $0)) }
    }

    /// How a command line that calls a plug-in may go on; nil where it calls none.
    ///
    /// The next words of plug-ins come first; then what the program `kubectl_complete-NAME` prints, which gets the
    /// plug-in's arguments.
    func answer(_ words: [String], log: (String) -> Void) async -> CompletionAnswer? {
        let earlier = Array(words.dropLast())
        var count = 0
        while count < earlier.count, names.contains(where: { $0.starts(with: earlier.prefix(count + 1)) }) {
            count += 1
        }
        guard count > 0 else { return nil }
        let arguments = earlier.dropFirst(count)
        var answer = CompletionAnswer()
        if arguments.isEmpty {
            let next = names.filter { $0.starts(with: earlier) }.compactMap { $0.dropFirst(count).first }
            answer.candidates = Self.candidates(next, words.last ?? "")
        }
        let name = earlier.prefix(count).map { word in
            word.split(separator: "-", omittingEmptySubsequences: false).joined(separator: "_")
        }
        if let program = program(for: name.joined(separator: "-"), log: log) {
            let handed = Array(arguments) + words.suffix(1)
            log("About to call: \(program) \(handed.joined(separator: " "))")
            await complete(&answer, by: program, arguments: handed)
        }
        return answer
    }

    private func program(for name: String, log: (String) -> Void) -> String? {
        for prefix in search.prefixes {
            let program = "\(prefix)_complete-\(name)"
            if prefix == search.prefixes.first { log("About to look for: \(program)") }
            if let path = search.path(of: program) { return path }
        }
        log("Plugin \(programName)-\(name) does not provide a matching completion executable")
        return nil
    }

    /// Adds the lines that a program prints; a last line `:N` is the directive.
    ///
    /// A program that fails adds nothing.
    private func complete(_ answer: inout CompletionAnswer, by program: String, arguments: [String]) async {
        let process = ChildProcess(
            path: program, arguments: [program] + arguments, environment: environment, inheritsInput: true)
        // Like kubectl, completion has nothing to say about a program that cannot be run.
        guard let result = try? await process.run(), result.exit == .code(0) else { return }
        var lines = String(decoding: result.output, as: UTF8.self).split(separator: "\n").map(String.init)
        if let last = lines.last, last.hasPrefix(":"), let number = Int(last.dropFirst()) {
            answer.directive = CompletionDirective(rawValue: number)
            lines.removeLast()
        }
        answer.candidates += lines.map { line in
            guard let (value, description) = line.cut(at: "\t") else { return CompletionCandidate(line) }
            return CompletionCandidate(String(value), description: String(description))
        }
    }
}

extension PluginEntry {
    /// What the help of a command lists of the plug-ins on the PATH: the program's own lists those that begin with no
    /// word of a grouped command; nobody else's lists any.
    static func all(
        for node: CommandNode, in tree: CommandTree, programName: String, environment: EnvironmentVariables
    ) -> [PluginEntry] {
        guard node.path.isEmpty else { return [] }
        let grouped = tree.root.spec.subcommands.map { $0.spec }.filter { $0.group != nil }
        return PluginCompletion(programName: programName, environment: environment)
            .firstWords { word in grouped.contains { $0.name == word || $0.aliases.contains(word) } }
            .map { PluginEntry(word: $0, summary: PluginCompletion.summary(of: $0)) }
    }
}
