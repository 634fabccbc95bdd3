import StdlibExtensions

/// What the program tells a shell that asks how a command line may go on.
package struct CompletionAnswer: Hashable, Sendable {
    /// What may stand in place of the last word, or, with `filterByExtension`, the extensions of file names.
    package var candidates: [CompletionCandidate]
    /// How the shell is to treat them.
    package var directive: CompletionDirective
    /// Why nothing can be said; nil when the command line is understood.
    package var problem: CompletionProblem?

    package init(
        _ candidates: [CompletionCandidate] = [], _ directive: CompletionDirective = [],
        problem: CompletionProblem? = nil
    ) {
        self.candidates = candidates
        self.directive = directive
        self.problem = problem
    }

    /// What completion scripts read: a line for each candidate and the directive in the last one.
    ///
    /// The form is cobra's: `value`, a tab and the description, or the value alone, and at the end `:N`.
    package func protocolText(describing: Bool) -> String {
        candidates.map { $0.line(describing: describing) + "\n" }.joined() + ":\(directive.rawValue)\n"
    }
}

/// One way for a command line to go on.
package struct CompletionCandidate: Hashable, Sendable {
    /// What the shell inserts.
    package let value: String
    /// What the shell may show beside it; empty for nothing.
    package let description: String

    package init(_ value: String, description: String = "") {
        self.value = value
        self.description = description
    }

    fileprivate func line(describing: Bool) -> String {
        let text = describing ? value + "\t" + description : value
        let end = text.utf8.firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
        return text[..<end].trimmingSpace()
    }
}

/// How a shell is to treat the candidates; the numbers are cobra's.
package struct CompletionDirective: OptionSet, Hashable, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// Something went wrong: the shell offers nothing.
    package static let error = CompletionDirective(rawValue: 1)
    /// The shell adds no space after the word.
    package static let noSpace = CompletionDirective(rawValue: 2)
    /// The shell does not offer file names, even without candidates.
    package static let noFiles = CompletionDirective(rawValue: 4)
    /// The candidates are extensions of the file names to offer.
    package static let filterByExtension = CompletionDirective(rawValue: 8)
    /// The shell offers directories.
    package static let directories = CompletionDirective(rawValue: 16)
    /// The shell keeps the order of the candidates.
    package static let keepOrder = CompletionDirective(rawValue: 32)

    /// The names cobra's own log has for the directive, such as `ShellCompDirectiveNoFileComp`.
    package var names: [String] {
        let all: [(CompletionDirective, String)] = [
            (.error, "Error"), (.noSpace, "NoSpace"), (.noFiles, "NoFileComp"), (.filterByExtension, "FilterFileExt"),
            (.directories, "FilterDirs"), (.keepOrder, "KeepOrder"),
        ]
        let names = all.filter { contains($0.0) }.map(\.1)
        return (names.isEmpty ? ["Default"] : names).map { "ShellCompDirective" + $0 }
    }
}

/// Why a command line cannot be completed; kubectl logs it after `[Debug] [Error] `.
package enum CompletionProblem: Hashable, Sendable {
    /// kubectl: `unable to find a command for arguments: [foo bar]`
    case unknownCommand([String])
    /// kubectl: `Error while parsing flags from args [--x]: unknown flag: --x`
    case unreadableFlags([String], UsageError)
    /// kubectl: `Subcommand 'get' does not support flag 'x'`
    case unknownFlag(String, command: String)
}
