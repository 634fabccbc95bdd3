import CommandLineKit
import StdlibExtensions
import SystemIO

/// What becomes of dependents.
struct Cascade: Sendable, Hashable {
    /// The word of `DeleteOptions`.
    let propagationPolicy: String
    /// What the flag was, where it was one of the booleans kubectl once took.
    let deprecatedWord: (String, String)?

    init(_ word: String) throws(UsageError) {
        switch word {
        case "background": (propagationPolicy, deprecatedWord) = ("Background", nil)
        case "foreground": (propagationPolicy, deprecatedWord) = ("Foreground", nil)
        case "orphan": (propagationPolicy, deprecatedWord) = ("Orphan", nil)
        default:
            guard let isOn = Bool(goText: word) else {
                throw .invalid(
                    "invalid cascade value (\(word)). Must be \"background\", \"foreground\", or \"orphan\"",
                    hint: .none)
            }
            propagationPolicy = isOn ? "Background" : "Orphan"
            deprecatedWord = (word, isOn ? "background" : "orphan")
        }
    }

    /// Says what to write in the place of a boolean.
    func warnOfDeprecatedWord(in context: CommandContext) {
        guard let (word, replacement) = deprecatedWord else { return }
        context.console.writeError(
            "warning: --cascade=\(word) is deprecated (boolean value) and can be replaced with "
                + "--cascade=\(replacement).\n")
    }

    static func == (left: Cascade, right: Cascade) -> Bool { left.propagationPolicy == right.propagationPolicy }
    func hash(into hasher: inout Hasher) { hasher.combine(propagationPolicy) }
}
