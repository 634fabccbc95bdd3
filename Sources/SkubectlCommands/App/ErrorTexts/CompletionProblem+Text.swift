import CommandLineKit

extension CompletionProblem {
    /// What kubectl logs for a command line it cannot complete, without the line end.
    func text(program: String) -> String {
        switch self {
        case .unknownCommand(let words):
            return "unable to find a command for arguments: [\(words.joined(separator: " "))]"
        case .unreadableFlags(let words, let error):
            let problem = error.text(program: program, path: []).split(separator: "\n").first ?? ""
            return "Error while parsing flags from args [\(words.joined(separator: " "))]: "
                + problem.dropFirst("error: ".count)
        case .unknownFlag(let name, let command):
            return "Subcommand '\(command)' does not support flag '\(name)'"
        }
    }
}
