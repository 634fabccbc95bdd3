import CommandLineKit
import KubeConfig
import StdlibExtensions
import SystemIO

extension PreferencesError {
    /// The whole line that kubectl prints.
    var line: String { "error occurred while applying preferences \(message)" }

    private var message: String {
        switch self {
        case .noFileNamed: "kuberc file is not found"
        case .file(let fault): "kuberc error \(fault.message)"
        case .invalid(let fault): fault.message
        case .unknownCommand(let command, let alias):
            "command \(command.goQuoted) not found to set alias \(alias.goQuoted): "
                + "[\(command.words.joined(separator: " "))]"
        case .unknownAliasFlag(let flag, let program): "invalid alias flag \(flag) in alias \(program)"
        case .aliasFlagValue(let option, let program, let error):
            "could not apply value \(option.value) to flag \(option.name) in alias \(program) err: "
                + (error.flagProblem ?? "")
        case .unknownFlag(let flag, let command): "invalid flag \(flag) for command \(command)"
        case .flagValue(let option, let command, let error):
            "could not apply override value \(option.value) to flag \(option.name) in command \(command) err: "
                + (error.flagProblem ?? "")
        case .defaultsOfAlias(let name): "alias \(name) can not be overridden"
        }
    }
}

extension PreferencesFault {
    /// The sentence without a prefix.
    var message: String {
        switch self {
        case .disabledAndNamed: "disabling kuberc via KUBERC=off and passing kuberc flag are mutually exclusive"
        case .unreadable, .separator, .noneValid: "kuberc: \(fileMessage)"
        case .flagWithDashes(let name): "flag name \(name) should be in long form without dashes"
        case .aliasName: "invalid alias name, can only include alphabetical characters"
        case .duplicateAlias(let name): "duplicate alias name \(name)"
        case .allowlistWithoutPolicy(let policy):
            "misconfigured credential plugin allowlist: plugin policy is \(policy.goQuoted) but allowlist is non-nil"
        case .unknownPolicy(let policy): "unknown plugin policy: \(policy.goQuoted)"
        case .noAllowlist: "credential plugin policy set to \"Allowlist\", but allowlist is unspecified"
        case .emptyAllowlist:
            "credential plugin policy set to \"Allowlist\", but allowlist is empty; use \"DenyAll\" policy instead"
        case .emptyAllowlistEntry(let number):
            "misconfigured credential plugin allowlist: empty allowlist entry #\(number)"
        case .uncleanPath(let path, let clean): "non-normalized file path: \(path.goQuoted) vs \(clean.goQuoted)"
        }
    }

    /// What is wrong with the file, without the word before it.
    var fileMessage: String {
        switch self {
        case .unreadable(let error): error.goText
        case .separator(let error): error.message
        case .noneValid(let path): "no valid preferences found in \(path), use --v=5 to see details"
        default: message
        }
    }
}

extension PreferencesOddity {
    var message: String {
        switch self {
        case .unknownField(let path): "unknown field \(path.goQuoted)"
        case .yaml(let error): error.message
        }
    }
}

extension String {
    /// The words between spaces, as Go's `strings.Fields` cuts them.
    var words: [String] { split(whereSeparator: \.isWhitespace).map(String.init) }
}
