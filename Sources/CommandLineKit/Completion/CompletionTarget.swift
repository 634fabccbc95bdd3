/// What the last word of a command line stands for: a flag's value, a flag's name, or an argument.
struct CompletionTarget {
    /// The arguments before the last word, without a flag whose value the last word is.
    private(set) var arguments: [String]
    /// The text to complete: the last word, or what follows `=` in it.
    private(set) var text: String
    /// The flag whose value the text is.
    private(set) var flag: FlagDefinition?
    /// The flag whose value the text would be if there were such a flag.
    private(set) var unknownFlag: String?

    /// Whether the text begins the name of a flag.
    var namesFlag: Bool { text.hasPrefix("-") && !text.contains("=") }

    init(arguments: [String], last: String, parsesFlags: Bool, flags: FlagSet) {
        self.arguments = arguments
        text = last
        guard parsesFlags else { return }
        if last.hasPrefix("-") {
            guard let equals = last.firstIndex(of: "=") else { return }
            let name = Self.flagName(of: last[..<equals])
            guard let found = Self.definition(name, in: flags) else {
                unknownFlag = name
                return
            }
            flag = found
            text = String(last[last.index(after: equals)...])
        } else if let previous = arguments.last, Self.isFlag(previous), !previous.contains("=") {
            let name = Self.flagName(of: previous[...])
            guard let found = Self.definition(name, in: flags) else {
                unknownFlag = name
                return
            }
            guard found.impliedText == nil else { return }
            flag = found
            self.arguments.removeLast()
        }
    }

    /// `--output` is `output`; of joined short flags the last one counts.
    private static func flagName(of word: Substring) -> String {
        word.hasPrefix("--") ? String(word.dropFirst(2)) : String(word.suffix(1))
    }

    private static func definition(_ name: String, in flags: FlagSet) -> FlagDefinition? {
        guard name.utf8.count == 1, let letter = name.utf8.first else { return flags.definition(named: name) }
        return flags.definition(shorthand: letter)
    }

    private static func isFlag(_ word: String) -> Bool {
        word.hasPrefix("--") ? word.utf8.count > 2 : word.hasPrefix("-") && word.utf8.count > 1
    }
}
