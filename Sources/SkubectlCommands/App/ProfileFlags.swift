import CommandLineKit

/// The global flags by which kubectl writes profiles of the Go runtime it runs in.
///
/// There is no such runtime here: what asks for a profile is refused, and `none`, the default, is what can be had.
enum ProfileFlags {
    private static let kinds = ["none", "cpu", "heap", "goroutine", "threadcreate", "block", "mutex", "trace"]

    static let profileFlag = Flag(
        "profile", default: "none", help: "The profile of kubectl's Go runtime to write; here only 'none'."
    )
    static let profileOutputFlag = Flag(
        "profile-output", default: "profile.pprof", help: "The file for the profile.")

    static let all: [any AnyFlag] = [profileFlag, profileOutputFlag]

    /// Refuses a profile; a word that is none is refused in kubectl's words.
    static func check(_ arguments: ParsedArguments) throws(UsageError) {
        // `debug` has a flag of this name for something else.
        if arguments.commandPath == [DebugCommand.spec.name] { return }
        let kind = arguments[profileFlag]
        guard kinds.contains(kind) else { throw .invalid("unknown profile '\(kind)'", hint: .none) }
        guard kind == "none" else {
            throw .invalid("profile '\(kind)' cannot be written: skubectl runs without a Go runtime", hint: .none)
        }
    }
}
